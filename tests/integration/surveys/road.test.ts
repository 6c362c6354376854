import { afterAll, beforeAll, expect, test } from "vitest";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { mailWork } from "@/lib/jobs/mail-work";
import { waveWork } from "@/lib/jobs/wave-work";
import { confirmAnswer } from "@/lib/surveys/answers/confirm-answer";
import { getWave } from "@/lib/surveys/waves/get-wave";
import { useTestDatabase } from "../../support/database";
import { openMailTrap, type Trap } from "./mail-trap";
import { addAccount, addSurvey, addWave, makeWorld } from "./survey-world";

useTestDatabase();
let trap: Trap;
beforeAll(async () => {
  trap = await openMailTrap();
  readEnv().SMTP_URL = trap.url;
});
afterAll(() => trap.close());

test("a wave leads by mail, click and press to a counted answer", async () => {
  const world = await makeWorld({ isDemo: true });
  const { contactIds } = await addAccount(world, "Grenaa Havn", [
    { firstName: "Lone", language: "da" },
    { firstName: "Anne", language: "sv" },
  ]);
  const surveyId = await addSurvey(world);
  const { waveId } = await addWave(world, surveyId, contactIds);

  await mailWork().run(world.system());
  await waveWork.run(world.system());

  const mails = await trap.parsed();
  expect(mails.map((mail) => mail.subject).sort()).toEqual([
    "En fråga om samarbetet med Nordlys Pumper",
    "Ét spørgsmål om samarbejdet med Nordlys Pumper",
  ]);
  const danish = mails.find((mail) => mail.subject?.startsWith("Ét"));
  const link = /href="([^"]+\?c=9)"/.exec(danish?.html ?? "")?.[1] ?? "";
  expect(danish?.text).toContain(link);
  const token = new URL(link).pathname.split("/")[2] ?? "";
  const call = { token, now: new Date(), viewerId: null };
  await expect(confirmAnswer({ ...call, input: { score: "9" } })).resolves.toEqual({
    isHeld: false,
  });

  const wave = await getWave({ ctx: world.ctx(), input: { waveId } });
  expect(wave.state).toBe("sent");
  expect(wave.counts).toMatchObject({ asked: 2, delivered: 2, answered: 1, waiting: 0 });
  expect(wave.people[0]).toMatchObject({ state: "answered", answer: "9" });
  const marked = await withWorkspace(world.system(), (tx) => tx.factsChange.count());
  expect(marked).toBeGreaterThan(0);
});
