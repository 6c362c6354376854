import { expect, test } from "vitest";
import * as answer from "@/app/s/[token]/answer/route";
import * as survey from "@/app/s/[token]/route";
import { withWorkspace } from "@/lib/db/with-workspace";
import { scannerWork } from "@/lib/jobs/scanner-work";
import { learnScanners } from "@/lib/surveys/answers/learn-scanners";
import { useTestDatabase } from "../../support/database";
import { call, post } from "./respondent-world";
import {
  addAccount,
  addSurvey,
  addWave,
  auditVerbs,
  makeWorld,
  surveyToken,
  type World,
} from "./survey-world";

useTestDatabase();

/** Ten people at two companies, mailed two hours ago. @returns a token by address. */
async function mailed(world: World): Promise<Map<string, string>> {
  const emails = Array.from({ length: 5 }, (_, i) => [
    `p${i}@Scanned.example`,
    `p${i}@quiet.example`,
  ]).flat();
  const people = emails.map((email) => ({ email }));
  const { contactIds } = await addAccount(world, "Grenaa Havn", people);
  const { invitations } = await addWave(world, await addSurvey(world), contactIds);
  const at = new Date(Date.now() - 7_200_000);
  await withWorkspace(world.system(), (tx) =>
    tx.invitation.updateMany({
      where: { workspaceId: world.workspaceId },
      data: { handedAt: at, deliveredAt: at },
    }),
  );
  return new Map(
    emails.map((email, i) => [
      email,
      surveyToken(world, invitations.get(contactIds[i] ?? "") ?? ""),
    ]),
  );
}

function domains(world: World) {
  return withWorkspace(world.system(), (tx) =>
    tx.recipientDomain.findMany({
      where: { workspaceId: world.workspaceId },
      orderBy: { domain: "asc" },
      select: { domain: true, invitations: true, scanned: true },
    }),
  );
}

test("which domains' links machines open is learned from every kind of machine's trace", async () => {
  const world = await makeWorld();
  const tokens = [...(await mailed(world))].flatMap(([email, token]) =>
    email.includes("Scanned") ? token : [],
  );
  const [prefetched = "", named = "", filled = "", opened = ""] = tokens;
  await call(survey.GET, prefetched, { headers: { purpose: "prefetch" } });
  await call(survey.GET, named, { headers: { "user-agent": "Proofpoint" } });
  await post(answer.POST, filled, { score: "3", website: "x" });
  for (const c of ["0", "1", "2"]) await call(survey.GET, opened, { query: `?c=${c}` });
  const due = await withWorkspace(world.system(), (tx) =>
    tx.workspaceSignal.findMany({ where: { workspaceId: world.workspaceId, kind: "scanners" } }),
  );
  expect(due).toHaveLength(1);
  expect(await scannerWork.run(world.system())).toBe(true);
  expect(await domains(world)).toEqual([
    { domain: "quiet.example", invitations: 5, scanned: 0 },
    { domain: "scanned.example", invitations: 5, scanned: 4 },
  ]);
  expect(await auditVerbs(world)).toContain("learnScanners");
  const page = await call(survey.GET, tokens[4] ?? "", { query: "?c=9" });
  expect(await page.text()).not.toContain(" checked>");
});

test("a person who opens two links by a slip of the hand is no machine", async () => {
  const world = await makeWorld();
  const tokens = await mailed(world);
  for (const token of tokens.values()) {
    for (const c of ["8", "9", "8"]) await call(survey.GET, token, { query: `?c=${c}` });
    await post(answer.POST, token, { score: "9", touched: "1" });
  }
  await learnScanners({ ctx: world.system() });
  expect((await domains(world)).map((row) => row.scanned)).toEqual([0, 0]);
});

test("what is not true any more is unlearned, and other workspaces stay as they are", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  for (const each of [world, other]) {
    await withWorkspace(each.system(), (tx) =>
      tx.recipientDomain.create({
        data: {
          workspaceId: each.workspaceId,
          id: crypto.randomUUID(),
          domain: "old.example",
          invitations: 9,
          scanned: 9,
          learnedAt: new Date("2020-01-01T00:00:00Z"),
        },
      }),
    );
  }
  await learnScanners({ ctx: world.system() });
  expect(await domains(world)).toEqual([]);
  expect(await domains(other)).toHaveLength(1);
});

test("learning is the system's or an admin's, not a viewer's", async () => {
  const world = await makeWorld();
  await expect(learnScanners({ ctx: world.ctx("viewer") })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
