import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readEnv } from "@/lib/env";
import { inboxWork } from "@/lib/jobs/inbox-work";
import { mailWork } from "@/lib/jobs/mail-work";
import { getProfile } from "@/lib/workspaces/get-profile";
import { updateProfile } from "@/lib/workspaces/update-profile";
import { useTestDatabase } from "../../support/database";
import { createContact } from "../../support/factories/accounts";
import { createAnswer } from "../../support/factories/answers";
import { createContract, createPromise } from "../../support/factories/business";
import { createInboxWorld, type InboxWorld } from "../surveys/inbox-world";
import { openMailTrap, type Trap } from "../surveys/mail-trap";

useTestDatabase();

// A Monday, in winter: 07:30 in Copenhagen is 06:30 at Greenwich.
const MONDAY = "2026-11-30";
const MORNING = new Date(`${MONDAY}T06:31:00Z`);

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
  const { world, account, survey } = inbox;
  await createContract(world, account.id, {
    autoRenews: true,
    noticeDays: 90,
    terms: [{ from: "2026-03-15", to: "2027-03-15", yearlyMinor: 1_000_000 }],
  });
  const signer = await createContact(world, account.id, { firstName: "Anne", lastName: "Krog" });
  await createAnswer(world, survey, signer, { on: "2026-11-01", value: 4 });
  await createPromise(world, account.id, { madeOn: "2026-10-01", dueOn: "2026-11-15" });
});

/** The worker at a moment, and then the mails that wait. */
async function workAt(now: Date) {
  await inboxWork.run(await inbox.system(now));
  const { world } = inbox;
  const where = { workspaceId: world.workspace.id, kind: "monday" };
  const waiting = await world.in((tx) => tx.mailOutbox.count({ where }));
  await world.in((tx) =>
    tx.mailOutbox.updateMany({
      where: { ...where, state: "pending" },
      data: { dueAt: new Date("2020-01-01") },
    }),
  );
  await mailWork().run(await inbox.system());
  return waiting;
}

async function mondayMails() {
  const parsed = await trap.parsed();
  return parsed
    .map((mail, at) => ({ ...mail, recipient: trap.accepted[at]?.to }))
    .filter(({ subject }) => subject?.includes("worklist"));
}

test("on Monday morning the owner gets the first lines with their reasons, once", async () => {
  expect(await workAt(MORNING)).toBe(1);
  await workAt(new Date(`${MONDAY}T12:00:00Z`));
  const [mail, ...more] = await mondayMails();
  expect(more).toEqual([]);
  expect(mail?.recipient).toBe(inbox.manager.email);
  expect(mail?.subject).toBe("Nordlys: 1 customer on your worklist");
  expect(mail?.text).toContain("Grenaa Havn");
  expect(mail?.text).toContain("15 Nov, promise due");
  expect(mail?.text).toContain("renewal at risk");
  expect(mail?.text).toContain(`/w/${inbox.world.workspace.slug}/accounts/${inbox.account.id}`);
  expect(mail?.text).toContain("settings/profile");
});

test("names nobody of the customer, and what it said is gone when it is sent", async () => {
  await workAt(MORNING);
  const [mail] = await mondayMails();
  expect(`${mail?.text}${mail?.html}`).not.toContain("Krog");
  const rows = await inbox.world.in((tx) =>
    tx.mailOutbox.findMany({
      where: { workspaceId: inbox.world.workspace.id, kind: "monday" },
      select: { payload: true, state: true },
    }),
  );
  expect(rows).toEqual([{ payload: {}, state: "sent" }]);
});

test("before half past seven, and on any other day, there is none", async () => {
  expect(await workAt(new Date(`${MONDAY}T06:29:00Z`))).toBe(0);
  expect(await workAt(new Date("2026-12-01T08:00:00Z"))).toBe(0);
});

test("is switched off in the profile, by whoever gets it", async () => {
  const { ctx } = inbox.manager;
  expect((await getProfile({ ctx })).mondayMail).toBe(true);
  await updateProfile({ ctx, input: { name: "Mette Holm", locale: "en", mondayMail: false } });
  expect((await getProfile({ ctx })).mondayMail).toBe(false);
  expect(await workAt(MORNING)).toBe(0);
});

test("is written in the reader's own language", async () => {
  const { ctx } = inbox.manager;
  await updateProfile({ ctx, input: { name: "Mette Holm", locale: "da" } });
  await workAt(MORNING);
  const mails = await trap.parsed();
  expect(mails.map(({ subject }) => subject)).toContain("Nordlys: 1 kunde på din arbejdsliste");
});
