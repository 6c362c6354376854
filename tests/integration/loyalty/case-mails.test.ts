import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeCase } from "@/lib/accounts/close-case";
import { handOverCase } from "@/lib/accounts/hand-over-case";
import { openCase } from "@/lib/accounts/open-case";
import { reopenCase } from "@/lib/accounts/reopen-case";
import { readEnv } from "@/lib/env";
import { addDays } from "@/lib/format/calendar";
import { mailWork } from "@/lib/jobs/mail-work";
import { createWebhook } from "@/lib/workspaces/webhooks/create-webhook";
import { useTestDatabase } from "../../support/database";
import { createAccount } from "../../support/factories/accounts";
import { joinWorld, type Person } from "../../support/factories/people";
import { createInboxWorld, type InboxWorld, TODAY } from "../surveys/inbox-world";
import { openMailTrap, type Trap } from "../surveys/mail-trap";

useTestDatabase();

let trap: Trap;
let inbox: InboxWorld;
let accountId: string;
let opener: Person;

beforeAll(async () => {
  trap = await openMailTrap();
  readEnv().SMTP_URL = trap.url;
  inbox = await createInboxWorld();
  opener = await joinWorld(inbox.world, "account_manager", { name: "Karin Lehto" });
});
afterAll(() => trap.close());
beforeEach(async () => {
  trap.accepted.length = 0;
  accountId = (await createAccount(inbox.world, { name: "Grenaa Havn" })).id;
});

const open = (ownerId: string, ctx = opener.ctx) =>
  openCase({
    ctx,
    input: { accountId, ownerId, note: "Ask Lone about <b>spares</b>", dueOn: addDays(TODAY, 7) },
  });

async function mails() {
  await mailWork().run(await inbox.system());
  const parsed = await trap.parsed();
  return parsed.map((mail, at) => ({ ...mail, recipient: trap.accepted[at]?.to }));
}

describe("a case opened by hand", () => {
  test("is told to whoever somebody else gave it to, once, and not in the subject", async () => {
    await open(inbox.manager.employeeId);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail?.recipient).toBe(inbox.manager.email);
    expect(mail?.subject).toBe("A case at Grenaa Havn is yours");
    expect(mail?.text).toContain("Karin Lehto asks you to look after a case at Grenaa Havn.");
    expect(mail?.text).toContain("Ask Lone about <b>spares</b>");
    expect(mail?.html).not.toContain("<b>spares</b>");
    expect(mail?.text).toContain(`/accounts/${accountId}#cases`);
    expect(await mails()).toHaveLength(1);
  });

  test("tells nobody where it is one's own", async () => {
    await open(opener.employeeId);
    await openCase({ ctx: opener.ctx, input: { accountId, note: "Mine", dueOn: TODAY } });
    expect(await mails()).toEqual([]);
  });

  test("that is closed or somebody else's when the mail goes out tells only whose it is", async () => {
    const { id } = await open(inbox.manager.employeeId);
    await handOverCase({
      ctx: opener.ctx,
      input: { caseId: id, ownerId: inbox.admin.employeeId },
    });
    const closed = await openCase({
      ctx: opener.ctx,
      input: { accountId, ownerId: inbox.manager.employeeId, note: "Done", dueOn: TODAY },
    });
    await closeCase({ ctx: opener.ctx, input: { kind: "case", caseId: closed.id, note: "Ok" } });
    expect((await mails()).map(({ recipient }) => recipient)).toEqual([inbox.admin.email]);
  });
});

test("a case is handed over while it is open, and not to whom it belongs", async () => {
  const { id: caseId } = await open(opener.employeeId);
  const give = (ownerId: string) => handOverCase({ ctx: opener.ctx, input: { caseId, ownerId } });
  await give(inbox.manager.employeeId);
  await expect(give(inbox.manager.employeeId)).rejects.toThrow("looks after it already");
  await closeCase({ ctx: opener.ctx, input: { kind: "case", caseId, note: "Ok" } });
  await expect(give(opener.employeeId)).rejects.toThrow("closed already");
});

test("a case that went to and fro before anything was sent is told once", async () => {
  const { id: caseId } = await open(inbox.manager.employeeId);
  for (const ownerId of [inbox.admin.employeeId, inbox.manager.employeeId])
    await handOverCase({ ctx: opener.ctx, input: { caseId, ownerId } });
  expect((await mails()).map(({ recipient }) => recipient)).toEqual([inbox.manager.email]);
});

test("systems are told of a case opened, given on, closed and opened again, and never what was written", async () => {
  await createWebhook({
    ctx: inbox.admin.ctx,
    input: {
      url: "https://hooks.example.com/holdfast",
      events: ["case.opened", "case.handed_over", "case.closed", "case.reopened"],
    },
  });
  const { id: caseId } = await open(inbox.manager.employeeId);
  await handOverCase({ ctx: opener.ctx, input: { caseId, ownerId: inbox.admin.employeeId } });
  await closeCase({ ctx: opener.ctx, input: { kind: "case", caseId, note: "Told Lone" } });
  await reopenCase({ ctx: opener.ctx, input: { kind: "case", caseId } });
  const rows = await inbox.world.in((tx) =>
    tx.webhookDelivery.findMany({
      where: { workspaceId: inbox.world.workspace.id },
      orderBy: { id: "asc" },
    }),
  );
  const about = { signal: "other", id: null };
  const first = { caseId, accountId, ownerId: inbox.manager.employeeId, about };
  const said = { ...first, ownerId: inbox.admin.employeeId };
  expect(rows.map(({ kind, payload }) => [kind, JSON.parse(payload).data])).toEqual([
    ["case.opened", expect.objectContaining({ ...first, closedAt: null })],
    ["case.handed_over", expect.objectContaining({ ...said, closedAt: null })],
    ["case.closed", expect.objectContaining({ ...said, closedAt: expect.any(String) })],
    ["case.reopened", expect.objectContaining({ ...said, closedAt: null })],
  ]);
  expect(rows.map(({ payload }) => payload).join()).not.toContain("Lone");
});
