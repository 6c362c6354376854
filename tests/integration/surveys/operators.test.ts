import { beforeAll, expect, test, vi } from "vitest";
import * as metrics from "@/app/api/metrics/route";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { mailWork } from "@/lib/jobs/mail-work";
import { log } from "@/lib/log";
import { isMarkedDatabase } from "@/lib/mail/database-mark";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { settleRestoredMail } from "@/lib/mail/settle-restored-mail";
import { createSurvey } from "@/lib/surveys/design/create-survey";
import { getSending } from "@/lib/surveys/mail/get-sending";
import { resolveUncertainMail } from "@/lib/surveys/waves/resolve-uncertain-mail";
import { updateAskingSettings } from "@/lib/workspaces/update-asking-settings";
import { useTestDatabase } from "../../support/database";
import { openMailTrap } from "./mail-trap";
import { addAccount, addSurvey, addWave, makeWorld, type World } from "./survey-world";

useTestDatabase();
const TOKEN = "only-for-tests-only-for-tests";
beforeAll(() => {
  readEnv().METRICS_TOKEN = TOKEN;
});

async function planned(people = 1): Promise<{ world: World; waveId: string }> {
  const world = await makeWorld({ isDemo: true });
  const everybody = Array.from({ length: people }, () => ({}));
  const { contactIds } = await addAccount(world, "Grenaa Havn", everybody);
  const { waveId } = await addWave(world, await addSurvey(world), contactIds, {
    asksDespiteInterval: "on",
  });
  return { world, waveId };
}

async function setMails(world: World, data: Record<string, unknown>): Promise<void> {
  await withWorkspace(world.system(), (tx) =>
    tx.mailOutbox.updateMany({ where: { workspaceId: world.workspaceId }, data }),
  );
}

async function read(token: string | null = TOKEN) {
  const headers = token === null ? {} : { Authorization: `Bearer ${token}` };
  return metrics.GET(new Request("http://localhost:3000/api/metrics", { headers }));
}

async function valuesOf(): Promise<Map<string, number>> {
  const lines = (await (await read()).text()).split("\n").filter((line) => /^holdfast_/.test(line));
  return new Map(lines.map((line) => [line.split(" ")[0] ?? "", Number(line.split(" ")[1])]));
}

test("the page shows the queue, what waits longest and what the mail server said", async () => {
  const { world } = await planned(3);
  await setMails(world, {
    dueAt: new Date(Date.now() - 600_000),
    attempts: 2,
    reason: "450 4.2.0 RCPT TO EENVELOPE",
  });
  const sending = await getSending({ ctx: world.ctx() });
  expect(sending.queue).toEqual([{ state: "pending", mails: 3 }]);
  expect(sending.oldestWaitSeconds).toBeGreaterThanOrEqual(600);
  expect(sending.lastProblem).toEqual({ reason: "450 4.2.0 RCPT TO EENVELOPE", mails: 3 });
  expect(sending).toMatchObject({ uncertain: [], resting: [], isHeldAfterRestore: false });
});

test("bounces and complaints are counted in the week they were told", async () => {
  const { world } = await planned(2);
  const at = new Date("2026-11-18T12:00:00Z");
  await setMails(world, { state: "sent", handedAt: at, finishedAt: at });
  const [mail] = await withWorkspace(world.system(), async (tx) => {
    const rows = await tx.mailOutbox.findMany({ where: { workspaceId: world.workspaceId } });
    const event = { workspaceId: world.workspaceId, mailId: rows[0]?.id ?? "", source: "webhook" };
    const told = (kind: string, isPermanent: boolean, when: string) =>
      tx.mailEvent.create({
        data: { ...event, id: newId(), kind, isPermanent, externalId: newId(), at: new Date(when) },
      });
    await told("bounce", true, "2026-11-16T00:30:00Z");
    await told("bounce", false, "2026-11-22T22:30:00Z");
    await told("complaint", true, "2026-11-15T22:30:00Z");
    return rows;
  });
  expect(mail).toBeDefined();
  const { weeks } = await getSending({ ctx: world.ctx("admin", new Date("2026-11-22T20:00:00Z")) });
  expect(weeks).toHaveLength(8);
  expect(weeks.slice(0, 2)).toEqual([
    { from: "2026-11-16", sent: 2, bounces: 1, softBounces: 1, complaints: 0 },
    { from: "2026-11-09", sent: 0, bounces: 0, softBounces: 0, complaints: 1 },
  ]);
});

test("uncertain mails of every kind stand there and are settled; a secret link does not go again", async () => {
  const { world } = await planned();
  const payload = {
    url: "https://x.example",
    name: "M",
    workspaceName: "N",
    expiresAt: "2026-11-22",
  };
  await withWorkspace(world.system(), (tx) =>
    enqueueMail(tx, world.system(), { kind: "password_reset", to: "m@nordlys.example", payload }),
  );
  await setMails(world, { state: "uncertain", handedAt: new Date(), messageId: "<ref@x>" });
  const { uncertain } = await getSending({ ctx: world.ctx() });
  expect(
    uncertain.map(({ kind, canSendAgain, name }) => [kind, canSendAgain, name]).sort(),
  ).toEqual([
    ["password_reset", false, null],
    ["survey", true, "Lone Ravn"],
  ]);
  const idOf = (kind: string) => uncertain.find((mail) => mail.kind === kind)?.mailId;
  const settle = (kind: string, verdict: string) =>
    resolveUncertainMail({ ctx: world.ctx(), input: { mailId: idOf(kind), verdict } });
  await expect(settle("password_reset", "send_again")).rejects.toMatchObject({ code: "CONFLICT" });
  await settle("password_reset", "arrived");
  await settle("survey", "send_again");
  expect((await getSending({ ctx: world.ctx() })).uncertain).toEqual([]);
});

test("surveys whose words are not neutral are named where a country's mails must be", async () => {
  const world = await makeWorld();
  const options = { texts: { da: { subject: "Vi vil være endnu bedre" } } };
  const input = { name: "Yearly", question: "nps", scope: "relationship", followUps: [], options };
  await createSurvey({ ctx: world.ctx(), input });
  expect((await getSending({ ctx: world.ctx() })).notNeutral).toEqual([]);
  await updateAskingSettings({
    ctx: world.ctx(),
    input: { modeByCountry: { DK: "neutral" }, reason: "the law" },
  });
  expect((await getSending({ ctx: world.ctx() })).notNeutral).toMatchObject([
    { name: "Yearly", problems: [{ kind: "word", found: "bedre", language: "da" }] },
  ]);
});

test("only admins look, and only at their own workspace", async () => {
  const { world } = await planned(4);
  for (const role of ["viewer", "account_manager"] as const) {
    await expect(getSending({ ctx: world.ctx(role) })).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  const stranger = await makeWorld();
  expect((await getSending({ ctx: stranger.ctx() })).queue).toEqual([]);
});

test("Prometheus reads numbers only, with the token only", async () => {
  const before = await valuesOf();
  const { world } = await planned(2);
  await setMails(world, { dueAt: new Date(Date.now() - 3_600_000) });
  const after = await valuesOf();
  const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  expect(grown('holdfast_mails_open{state="pending"}')).toBe(2);
  expect(after.get("holdfast_outbox_age_seconds")).toBeGreaterThanOrEqual(3_600);
  expect(after.get('holdfast_work_due{kind="mail"}')).toBeGreaterThanOrEqual(1);
  expect(after.get("holdfast_workers")).toBe(0);
  expect(after.get("holdfast_sending_held")).toBe(0);
  await setMails(world, { state: "uncertain" });
  expect((await valuesOf()).get("holdfast_mails_uncertain")).toBeGreaterThanOrEqual(2);
  const text = await (await read()).text();
  expect(text).not.toMatch(/Nordlys|Grenaa|@/);
  for (const wrong of [null, "", `${TOKEN}x`]) expect((await read(wrong)).status).toBe(401);
  const { DATABASE_URL } = readEnv();
  readEnv().DATABASE_URL = "postgresql://holdfast:x@127.0.0.1:9/holdfast";
  expect((await read()).status).toBe(503);
  readEnv().DATABASE_URL = DATABASE_URL;
  readEnv().METRICS_TOKEN = undefined;
  expect((await read()).status).toBe(404);
  readEnv().METRICS_TOKEN = TOKEN;
});

test("a mail server that takes nothing is told at once: in the log, and by a number to watch", async () => {
  const world = await makeWorld();
  readEnv().SMTP_URL = "smtp://127.0.0.1:1";
  await withWorkspace(world.system(), (tx) =>
    enqueueMail(tx, world.system(), {
      kind: "password_reset",
      to: "ada@nordlys.example",
      payload: {
        name: "Ada",
        url: "https://x.example/secret",
        expiresAt: "2026-12-01T10:00:00Z",
        workspaceName: "Nordlys",
      },
    }),
  );
  const warn = vi.spyOn(log, "warn");
  const before = await valuesOf();
  await mailWork().run(world.system(new Date()));
  const told = { workspaceId: world.workspaceId, mails: 1, reason: "CONN ESOCKET" };
  expect(warn.mock.calls).toEqual([[told, "mails will be tried again"]]);
  const after = await valuesOf();
  const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  expect(grown("holdfast_mails_retrying")).toBe(1);
});

test("a restored copy sends nothing until the operator settles what waited in it", async () => {
  const trap = await openMailTrap();
  readEnv().SMTP_URL = trap.url;
  const { world } = await planned(2);
  expect(await isMarkedDatabase(new Date())).toBe(true);
  await db().installation.update({ where: { id: 1 }, data: { databaseMark: "another database" } });

  expect(await mailWork().run(world.system())).toBe(false);
  expect(trap.accepted).toEqual([]);
  expect(await getSending({ ctx: world.ctx() })).toMatchObject({ isHeldAfterRestore: true });
  expect((await valuesOf()).get("holdfast_sending_held")).toBe(1);

  const settled = await settleRestoredMail({ isMoved: false, now: new Date() });
  expect(settled.ended).toBeGreaterThanOrEqual(2);
  await mailWork().run(world.system());
  expect(trap.accepted).toEqual([]);
  const { queue } = await getSending({ ctx: world.ctx() });
  expect(queue).toEqual([{ state: "skipped", mails: 2 }]);

  const { world: next } = await planned(1);
  await mailWork().run(next.system());
  expect(trap.accepted).toHaveLength(1);
  await trap.close();
});

test("a database that was moved, not copied, keeps its waiting mail", async () => {
  const { world } = await planned(1);
  await db().installation.update({ where: { id: 1 }, data: { databaseMark: "the old server" } });
  expect(await settleRestoredMail({ isMoved: true, now: new Date() })).toEqual({
    ended: 0,
    uncertain: 0,
  });
  expect(await isMarkedDatabase(new Date())).toBe(true);
  expect((await getSending({ ctx: world.ctx() })).queue).toEqual([{ state: "pending", mails: 1 }]);
});
