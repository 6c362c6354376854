import { afterAll, beforeAll, expect, test } from "vitest";
import { ZodError } from "zod";
import { readEnv } from "@/lib/env";
import { inboxWork } from "@/lib/jobs/inbox-work";
import { mailWork } from "@/lib/jobs/mail-work";
import { createSegment } from "@/lib/segments/create-segment";
import { getOpenAnswerCount } from "@/lib/surveys/inbox/get-open-answer-count";
import { handleDrop } from "@/lib/surveys/inbox/handle-drop";
import { listAnswers } from "@/lib/surveys/inbox/list-answers";
import { reopenDrop } from "@/lib/surveys/inbox/reopen-drop";
import { createWebhook } from "@/lib/workspaces/webhooks/create-webhook";
import { useTestDatabase } from "../../support/database";
import { createAccount, createContact } from "../../support/factories/accounts";
import { createAnswer } from "../../support/factories/answers";
import { createContract } from "../../support/factories/business";
import { auditOf } from "../../support/factories/people";
import { createWorld } from "../../support/factories/world";
import { createInboxWorld, type InboxWorld } from "../surveys/inbox-world";
import { openMailTrap, type Trap } from "../surveys/mail-trap";

useTestDatabase();

const ACCOUNTS = 12;
let trap: Trap;
let inbox: InboxWorld;

/** Swedes who thought us better in the spring and no longer do; Danes who still do. */
beforeAll(async () => {
  trap = await openMailTrap();
  readEnv().SMTP_URL = trap.url;
  inbox = await createInboxWorld();
  const { world, survey, admin } = inbox;
  for (let at = 0; at < 2 * ACCOUNTS; at += 1) {
    const country = at < ACCOUNTS ? "SE" : "DK";
    const { id } = await createAccount(world, { name: `Fall ${at}`, country });
    await createContract(world, id, {
      terms: [{ from: "2024-01-01", to: "2029-01-01", yearlyMinor: 1_000 }],
    });
    const contact = await createContact(world, id);
    const say = (on: string, code: string) =>
      createAnswer(world, survey, contact, { on, question: "relative_advantage", code });
    await say("2026-03-01", "better");
    await say("2026-10-01", country === "SE" ? "same" : "better");
  }
  const rules = { kind: "text", field: "country", is: ["SE"] };
  await createSegment({ ctx: admin.ctx, input: { name: "Swedes", rules } });
  const url = "https://hooks.example/advantage";
  await createWebhook({ ctx: admin.ctx, input: { url, events: ["advantage.dropped"] } });
});
afterAll(() => trap.close());

/** The worker at a moment. @returns the mails it left, and to whom */
async function tellAt(now: string) {
  await inboxWork.run(await inbox.system(new Date(now)));
  const { world } = inbox;
  const where = { workspaceId: world.workspace.id, kind: "advantage", state: "pending" };
  return world.in((tx) => tx.mailOutbox.findMany({ where, select: { employeeId: true } }));
}

test("a real drop is told to the admins once, however long it lasts and whoever looks", async () => {
  expect(await tellAt("2026-11-24T05:00:00Z")).toEqual([]);
  const told = [{ employeeId: inbox.admin.employeeId }];
  expect(await tellAt("2026-11-24T07:00:00Z")).toEqual(told);
  await Promise.all([tellAt("2026-11-25T07:00:00Z"), tellAt("2026-11-25T07:00:00Z")]);
  expect(await tellAt("2026-11-26T07:00:00Z")).toEqual(told);

  await mailWork().run(await inbox.system(new Date("2026-11-26T08:00:00Z")));
  const parsed = await trap.parsed();
  const at = parsed.findIndex(({ subject }) => subject?.includes("alternatives"));
  const text = parsed[at]?.text ?? "";
  expect(trap.accepted[at]?.to).toBe(inbox.admin.email);
  expect(text).toContain("Swedes\n");
  expect(text).toContain("12 accounts compared");
  expect(text).toContain("down 100 points");
  expect(text).toMatch(/\/drivers\?segment=[0-9a-f-]{36}#advantage/);
  const { world } = inbox;
  const rows = await world.in((tx) =>
    tx.mailOutbox.findMany({
      where: { workspaceId: world.workspace.id, kind: "advantage" },
      select: { state: true, payload: true },
    }),
  );
  expect(rows).toEqual([{ state: "sent", payload: {} }]);
});

test("stands in the inbox, with its segment, until somebody saw to it", async () => {
  const { admin, world } = inbox;
  const ctx = { ...admin.ctx, asOf: "2026-11-26" };
  const drops = async (input: object) => (await listAnswers({ ctx, input })).drops;
  const [all, drop] = await drops({ state: "open" });
  expect(all).toMatchObject({ segment: null, on: "2026-11-24" });
  expect(drop).toMatchObject({ segment: { name: "Swedes" }, on: "2026-11-24", handled: null });
  expect(drop?.better).toMatchObject({ value: 0, n: ACCOUNTS });
  const before = await getOpenAnswerCount({ ctx });
  const input = { scopeId: drop?.scopeId };
  await handleDrop({ ctx, input });
  await expect(handleDrop({ ctx, input })).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await getOpenAnswerCount({ ctx })).toBe(before - 1);
  expect(await drops({ state: "open" })).toEqual([all]);
  expect(await drops({ state: "handled" })).toMatchObject([
    { handled: { by: expect.any(String) } },
  ]);
  await reopenDrop({ ctx, input });
  expect(await drops({ state: "open" })).toEqual([all, drop]);
  expect((await auditOf(world)).slice(0, 2)).toMatchObject([
    { verb: "reopenDrop", subjectId: drop?.scopeId },
    { verb: "handleDrop" },
  ]);
});

test("is not a viewer's to see to, and not another workspace's to find", async () => {
  const [drop] = (await listAnswers({ ctx: inbox.admin.ctx, input: { days: "all" } })).drops;
  const input = { scopeId: drop?.scopeId };
  const other = await createWorld();
  for (const verb of [handleDrop, reopenDrop]) {
    const viewer = verb({ ctx: inbox.world.ctx("viewer"), input });
    await expect(viewer).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(verb({ ctx: other.ctx(), input })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(verb({ ctx: inbox.world.ctx(), input: { scopeId: "x" } })).rejects.toThrow(
      ZodError,
    );
  }
});

test("webhooks are told of each drop once, without anybody's name", async () => {
  const { world } = inbox;
  const where = { workspaceId: world.workspace.id, kind: "advantage.dropped" };
  const rows = await world.in((tx) => tx.webhookDelivery.findMany({ where }));
  const events = rows.map(({ payload }) => JSON.parse(payload));
  const on = "2026-11-24";
  expect(events).toHaveLength(2);
  expect(events.find(({ data }) => data.segmentId === null)).toMatchObject({
    ...{ id: expect.any(String), type: "advantage.dropped" },
    data: { on, better: { value: 0.5, n: 2 * ACCOUNTS } },
  });
  expect(events.find(({ data }) => data.segmentId !== null)).toMatchObject({
    data: { on, better: { value: 0, n: ACCOUNTS }, change: { value: -1 } },
  });
});

test("a drop that comes after half a year without one is a new one", async () => {
  const { world } = inbox;
  await world.in((tx) =>
    tx.advantageWatch.updateMany({
      where: { workspaceId: world.workspace.id },
      data: { seenOn: new Date("2026-05-01"), toldOn: new Date("2026-05-01") },
    }),
  );
  expect(await tellAt("2026-11-27T07:00:00Z")).toHaveLength(1);
});

test("data that stand still on a day of their own tell nobody", async () => {
  const { world } = inbox;
  const historic = await inbox.system(new Date("2026-11-28T07:00:00Z"));
  const ctx = { ...historic, workspace: { ...historic.workspace, figuresAsOf: "2026-11-24" } };
  await inboxWork.run(ctx);
  const [watch] = await world.in((tx) =>
    tx.advantageWatch.findMany({
      where: { workspaceId: world.workspace.id, scopeId: world.workspace.id },
      select: { lookedOn: true },
    }),
  );
  expect(watch?.lookedOn.toISOString().slice(0, 10)).toBe("2026-11-27");
});
