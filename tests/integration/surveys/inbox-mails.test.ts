import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readEnv } from "@/lib/env";
import { eraseContact } from "@/lib/erasure/erase-contact";
import { inboxWork } from "@/lib/jobs/inbox-work";
import { mailWork } from "@/lib/jobs/mail-work";
import { handleAnswer } from "@/lib/surveys/inbox/handle-answer";
import { replyToAnswer } from "@/lib/surveys/inbox/reply-to-answer";
import { useTestDatabase } from "../../support/database";
import { createAccount } from "../../support/factories/accounts";
import { createAnswer } from "../../support/factories/answers";
import { auditOf } from "../../support/factories/people";
import { answered, createInboxWorld, hideNames, type InboxWorld, TODAY } from "./inbox-world";
import { openMailTrap, type Trap } from "./mail-trap";

useTestDatabase();
let trap: Trap;
let inbox: InboxWorld;
beforeAll(async () => {
  trap = await openMailTrap();
  readEnv().SMTP_URL = trap.url;
});
afterAll(() => trap.close());
beforeEach(async () => {
  trap.accepted.length = 0;
  inbox = await createInboxWorld();
});

const DAY = 86_400_000;

/** What waits is due now; instead of waiting. */
async function sendAll(): Promise<void> {
  const { world } = inbox;
  await world.in((tx) =>
    tx.mailOutbox.updateMany({
      where: { workspaceId: world.workspace.id, state: "pending" },
      data: { dueAt: new Date("2020-01-01") },
    }),
  );
  await mailWork().run(await inbox.system());
}

async function work(now = new Date()): Promise<void> {
  await inboxWork.run(await inbox.system(now));
  await sendAll();
}

async function mails() {
  const parsed = await trap.parsed();
  return parsed.map((mail, i) => ({ ...mail, recipient: trap.accepted[i]?.to }));
}

/** The time at which a colleague had the last digest. */
async function digestedAt(employeeId: string, at: Date, digest = "daily"): Promise<void> {
  const { world } = inbox;
  await world.in((tx) =>
    tx.employee.updateMany({
      where: { workspaceId: world.workspace.id, id: employeeId },
      data: { digestedAt: at, digest },
    }),
  );
}

test("an alert goes to the account's owner at once, says why and quotes nothing in its subject", async () => {
  const comment = "Your <b>lateness</b> is unacceptable.";
  const { id } = await answered(inbox, { value: 4, role: "decision_maker", comment });
  await work();
  const [alert, ...more] = await mails();
  expect(more).toEqual([]);
  expect(alert?.recipient).toBe(inbox.manager.email);
  expect(alert?.subject).toBe("An answer from Grenaa Havn needs you");
  expect(alert?.text).toContain("Grenaa Havn: 4 of 10, unhappy (Anne Krog, decision-maker)");
  expect(alert?.text).toContain("A decision-maker who is not convinced");
  expect(alert?.text).toContain("Words of a complaint");
  expect(alert?.text).toContain(comment);
  expect(alert?.html).toContain("&lt;b&gt;lateness&lt;/b&gt;");
  expect(alert?.text).toContain(`/w/${inbox.world.workspace.slug}/answers/${id}`);
});

test("alert and digest are in the colleague's own language, whatever the workspace speaks", async () => {
  const { world, manager } = inbox;
  await world.in((tx) =>
    tx.appUser.update({ where: { id: manager.userId }, data: { locale: "da" } }),
  );
  await answered(inbox, { value: 4, role: "decision_maker", comment: "For sent." });
  await answered(inbox, { value: 9, firstName: "Lone" });
  await digestedAt(manager.employeeId, new Date(`${TODAY}T00:00:00Z`));
  await work();
  await work(new Date(Date.parse(`${TODAY}T12:00:00Z`) + DAY));
  const [alert, digest] = await mails();
  expect(alert?.subject).toBe("Et svar fra Grenaa Havn venter på dig");
  expect(alert?.text).toContain("Grenaa Havn: 4 af 10, utilfreds (Anne Krog, beslutningstager)");
  expect(alert?.text).toContain("»For sent.«");
  expect(alert?.html).toContain('<html lang="da">');
  expect(digest?.subject).toBe("Nordlys: 1 nyt svar");
  expect(digest?.text).toContain("Dette svar er kommet siden den seneste opsamling:");
});

test("no answer alerts anybody twice, whatever runs again or is said later", async () => {
  const { invitationId, contact } = await answered(inbox, { value: 4, role: "decision_maker" });
  await work();
  await work();
  await createAnswer(inbox.world, inbox.survey, contact, { on: TODAY, value: 1, invitationId });
  await work();
  expect(await mails()).toHaveLength(1);
});

test("held, provisional, old and contented answers alert nobody", async () => {
  const role = "decision_maker";
  await answered(inbox, { value: 0, role, class: "held" });
  await answered(inbox, { value: 0, role, class: "provisional" });
  await answered(inbox, { value: 0, role, on: "2025-01-10" });
  await answered(inbox, { value: 10, role });
  await answered(inbox, { value: 0, role: "user" });
  await work();
  expect(await mails()).toEqual([]);
});

test("a fall across the line alerts, whoever fell", async () => {
  const { contact } = await answered(inbox, { value: 9, on: "2025-03-03" });
  await answered(inbox, { value: 7, contact });
  await work();
  expect((await mails())[0]?.text).toContain("Was convinced the last time, is not now");
});

test("what was corrected or seen to before the mail left tells nobody", async () => {
  const role = "decision_maker";
  const corrected = await answered(inbox, { value: 0, role });
  const handled = await answered(inbox, { value: 1, role });
  const erased = await answered(inbox, { value: 2, role });
  await inboxWork.run(await inbox.system());
  await createAnswer(inbox.world, inbox.survey, corrected.contact, {
    on: TODAY,
    value: 10,
    invitationId: corrected.invitationId,
  });
  await inboxWork.run(await inbox.system());
  const { invitationId } = handled;
  await handleAnswer({ ctx: inbox.manager.ctx, input: { invitationId } });
  await eraseContact({ ctx: inbox.admin.ctx, input: { contactId: erased.contact.id } });
  await sendAll();
  const kinds = (await mails())
    .map(({ subject }) => subject)
    .filter((s) => s?.includes("needs you"));
  expect(kinds).toEqual([]);
});

test("where no owner can sign in, the admins are told", async () => {
  const accountId = (await createAccount(inbox.world, { name: "Vejle Stål" })).id;
  await answered(inbox, { value: 1, role: "decision_maker", accountId });
  await work();
  expect((await mails()).map(({ recipient }) => recipient)).toEqual([inbox.admin.email]);
});

test("mails to account managers keep the name back where the workspace promised so", async () => {
  await hideNames(inbox);
  await answered(inbox, { value: 1, role: "decision_maker" });
  await work();
  const [alert] = await mails();
  expect(alert?.text).toContain("Somebody, decision-maker");
  expect(`${alert?.text}${alert?.html}`).not.toContain("Krog");
});

test("the digest tells once of what came since the last, without what an alert told", async () => {
  await answered(inbox, { value: 9, comment: "Good." });
  await answered(inbox, { value: 6, firstName: "Lone" });
  await answered(inbox, { value: 3, role: "decision_maker", firstName: "Jens" });
  await digestedAt(inbox.manager.employeeId, new Date(`${TODAY}T00:00:00Z`));
  await digestedAt(inbox.admin.employeeId, new Date(`${TODAY}T00:00:00Z`));
  await work();
  trap.accepted.length = 0;
  const tomorrow = new Date(Date.parse(`${TODAY}T12:00:00Z`) + DAY);
  await work(tomorrow);
  const [digest, ...more] = await mails();
  expect(more).toEqual([]);
  expect(digest?.recipient).toBe(inbox.manager.email);
  expect(digest?.subject).toBe("Nordlys: 2 new answers");
  expect(digest?.text).toContain("9 of 10, convinced (Anne Krog, user)");
  expect(digest?.text).toContain("“Good.”");
  expect(digest?.text).not.toContain("Jens");
  await work(tomorrow);
  await work(new Date(tomorrow.getTime() + DAY));
  expect(await mails()).toHaveLength(1);
});

test("whoever wants none gets none, and a week's comes on Monday", async () => {
  await answered(inbox, { value: 9 });
  const start = new Date(`${TODAY}T00:00:00Z`);
  await digestedAt(inbox.manager.employeeId, start, "none");
  await work(new Date(start.getTime() + 8 * DAY));
  expect(await mails()).toEqual([]);
  await digestedAt(inbox.manager.employeeId, start, "weekly");
  await work(new Date(start.getTime() + 8 * DAY));
  expect(await mails()).toHaveLength(1);
});

test("a reply is a plain mail to the person that comes back to the manager, logged and audited once", async () => {
  const { invitationId, contact } = await answered(inbox, { value: 6 });
  const input = { invitationId, replyId: randomUUID(), subject: "Your answer", body: "Hi\n<Anne>" };
  const call = { ctx: inbox.manager.ctx, input };
  await replyToAnswer(call);
  await replyToAnswer(call);
  await sendAll();
  const [reply, ...more] = await mails();
  expect(more).toEqual([]);
  expect(reply?.recipient).toBe(`${contact.id}@customer.example`);
  expect(reply?.subject).toBe("Your answer");
  expect(reply?.text?.trim()).toBe("Hi\n<Anne>");
  expect(reply?.html).toBeUndefined();
  expect(reply?.replyTo?.[0]?.address).toBe(inbox.manager.email);
  expect(reply?.from?.name).toBe("Mette Holm, Nordlys");
  expect(reply?.headers.map(({ key }) => key)).not.toContain("auto-submitted");
  const { world } = inbox;
  const where = { workspaceId: world.workspace.id };
  const touches = await world.in((tx) => tx.touch.findMany({ where }));
  expect(touches).toEqual([
    expect.objectContaining({ kind: "email", isTwoWay: false, contactId: contact.id }),
  ]);
  const [row] = await world.in((tx) => tx.mailOutbox.findMany({ where }));
  expect(row).toMatchObject({ kind: "reply", state: "sent", payload: {} });
  const verbs = (await auditOf(world)).filter(({ verb }) => verb === "replyToAnswer");
  expect(verbs).toHaveLength(1);
});

test("nobody is written to who refused, whose name is kept back, or without words", async () => {
  const { invitationId, contact } = await answered(inbox);
  const reply = { invitationId, replyId: randomUUID(), subject: "Hello", body: "Hi" };
  const { ctx } = inbox.manager;
  await expect(replyToAnswer({ ctx, input: { ...reply, body: " " } })).rejects.toThrow(/Write/);
  const { world } = inbox;
  await world.in((tx) =>
    tx.consent.create({
      data: {
        workspaceId: world.workspace.id,
        id: randomUUID(),
        contactId: contact.id,
        purpose: "survey",
        state: "withdrawn",
        source: "test",
        at: new Date(),
      },
    }),
  );
  await expect(replyToAnswer({ ctx, input: reply })).rejects.toMatchObject({ code: "CONFLICT" });
  const other = await answered(inbox);
  await hideNames(inbox);
  const hidden = { ...reply, invitationId: other.invitationId };
  await expect(replyToAnswer({ ctx, input: hidden })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await sendAll();
  expect(await mails()).toEqual([]);
});
