import { afterEach, beforeEach, expect, test } from "vitest";
import { setPreference } from "@/lib/consent/set-preference";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { mailWork } from "@/lib/jobs/mail-work";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { claimMail, markHanded } from "@/lib/mail/outbox";
import { closeWave } from "@/lib/surveys/waves/close-wave";
import { getWave } from "@/lib/surveys/waves/get-wave";
import { resolveUncertainMail } from "@/lib/surveys/waves/resolve-uncertain-mail";
import { useTestDatabase } from "../../support/database";
import { openMailTrap, type Trap } from "./mail-trap";
import { addAccount, addSurvey, addWave, auditVerbs, makeWorld, type World } from "./survey-world";

useTestDatabase();

let trap: Trap;
let refusal: Error | null = null;
beforeEach(async () => {
  refusal = null;
  trap = await openMailTrap({ refuse: () => refusal });
  readEnv().SMTP_URL = trap.url;
});
afterEach(() => trap.close());

type Asked = { world: World; waveId: string; invitationId: string; contactId: string };

async function ask(people = 1): Promise<Asked> {
  const world = await makeWorld({ isDemo: true });
  const { contactIds } = await addAccount(
    world,
    "Grenaa Havn",
    Array.from({ length: people }, () => ({})),
  );
  const { waveId, invitations } = await addWave(world, await addSurvey(world), contactIds);
  const contactId = contactIds[0] ?? "";
  return { world, waveId, contactId, invitationId: invitations.get(contactId) ?? "" };
}

async function mailsOf(world: World) {
  return withWorkspace(world.system(), (tx) =>
    tx.mailOutbox.findMany({
      where: { workspaceId: world.workspaceId },
      orderBy: { id: "asc" },
      select: { id: true, state: true, reason: true, attempts: true, payload: true, dueAt: true },
    }),
  );
}

async function setMail(world: World, data: { dueAt?: Date; leasedUntil?: Date }): Promise<void> {
  await withWorkspace(world.system(), (tx) =>
    tx.mailOutbox.updateMany({ where: { workspaceId: world.workspaceId }, data }),
  );
}

function refuseWith(responseCode: number, message: string): void {
  refusal = Object.assign(new Error(message), { responseCode });
}

const PAST = new Date("2026-01-01T00:00:00Z");
const HANDED = { leaseSeconds: 60, messageId: "<x@holdfast.example>" };
const claim = (world: World) =>
  withWorkspace(world.system(), (tx) => claimMail(tx, world.workspaceId, 60));

test("a person who says no between planning and sending gets no mail", async () => {
  const { world, invitationId, waveId } = await ask();
  const input = { preference: "no_surveys", isUndo: false, source: "one-click" };
  await setPreference({ ctx: world.respondent(invitationId), input });
  await mailWork().run(world.system());
  expect(trap.accepted).toEqual([]);
  expect(await mailsOf(world)).toMatchObject([{ state: "suppressed", reason: "opted_out" }]);
  const wave = await getWave({ ctx: world.ctx(), input: { waveId } });
  expect(wave.people[0]).toMatchObject({
    state: "skipped",
    note: { kind: "skipped", reason: "opted_out" },
  });
});

test("a suppressed address is not written to under another contact either", async () => {
  const world = await makeWorld();
  const email = "shared@customer.example";
  const { contactIds } = await addAccount(world, "Grenaa Havn", [
    { email },
    { email: "SHARED@customer.example" },
  ]);
  const surveyId = await addSurvey(world);
  const { invitations } = await addWave(world, surveyId, contactIds.slice(0, 1));
  const input = { preference: "erase", isUndo: false, source: "preferences page" };
  const first = invitations.get(contactIds[0] ?? "") ?? "";
  await setPreference({ ctx: world.respondent(first), input });
  await expect(addWave(world, surveyId, contactIds.slice(1))).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test("two waves planned for one person at once send one mail", async () => {
  const { world, contactId } = await ask();
  const surveyId = await addSurvey(world, { name: "Second" });
  await withWorkspace(
    world.system(),
    (tx) => tx.$executeRaw`
    UPDATE mail_outbox SET due_at = now() + interval '1 hour'
    WHERE workspace_id = ${world.workspaceId}::uuid`,
  );
  const anyway = { asksDespiteInterval: "on" };
  await addWave(world, surveyId, [contactId], anyway);
  await setMail(world, { dueAt: PAST });
  await withWorkspace(
    world.system(),
    (tx) => tx.$executeRaw`
    UPDATE mail_outbox SET payload = '{}' WHERE workspace_id = ${world.workspaceId}::uuid`,
  );
  await Promise.all([mailWork().run(world.system()), mailWork().run(world.system())]);
  expect(trap.accepted).toHaveLength(1);
  expect((await mailsOf(world)).map((mail) => mail.state).sort()).toEqual(["sent", "skipped"]);
});

test("mails of a wave that was closed meanwhile are not sent", async () => {
  const { world, waveId } = await ask();
  await closeWave({ ctx: world.ctx(), input: { waveId } });
  await mailWork().run(world.system());
  expect(trap.accepted).toEqual([]);
  expect(await mailsOf(world)).toMatchObject([{ state: "skipped", reason: "closed" }]);
});

test("a mail server that is away costs no mail: it waits, longer each time, and then goes", async () => {
  const { world } = await ask();
  readEnv().SMTP_URL = "smtp://127.0.0.1:9";
  await mailWork().run(world.system());
  const [waiting] = await mailsOf(world);
  expect(waiting).toMatchObject({ state: "pending", attempts: 1 });
  expect(waiting?.dueAt.getTime()).toBeGreaterThan(Date.now() + 5_000);
  readEnv().SMTP_URL = trap.url;
  await mailWork().run(world.system());
  expect(trap.accepted).toEqual([]);
  await setMail(world, { dueAt: PAST });
  await mailWork().run(world.system());
  expect(await mailsOf(world)).toMatchObject([{ state: "sent", attempts: 2 }]);
  expect(trap.accepted).toHaveLength(1);
});

test("a temporary refusal is tried again, a refused mailbox bounces and is not written to again", async () => {
  const { world, waveId, contactId } = await ask();
  refuseWith(450, "4.2.0 try later");
  await mailWork().run(world.system());
  expect(await mailsOf(world)).toMatchObject([{ state: "pending" }]);
  await setMail(world, { dueAt: PAST });
  refuseWith(550, "5.1.1 no such mailbox");
  await mailWork().run(world.system());
  expect(await mailsOf(world)).toMatchObject([{ state: "bounced" }]);
  const wave = await getWave({ ctx: world.ctx(), input: { waveId } });
  expect(wave.counts).toMatchObject({ asked: 1, notDelivered: 1, delivered: 0 });
  const surveyId = await addSurvey(world, { name: "Second" });
  const again = addWave(world, surveyId, [contactId], { asksDespiteInterval: "on" });
  await expect(again).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a mail whose worker died before the hand-over is taken again after the lease", async () => {
  const { world } = await ask();
  expect(await claim(world)).not.toBeNull();
  expect(await claim(world)).toBeNull();
  await mailWork().run(world.system());
  expect(trap.accepted).toEqual([]);
  await setMail(world, { leasedUntil: PAST });
  await mailWork().run(world.system());
  expect(await mailsOf(world)).toMatchObject([{ state: "sent", attempts: 2 }]);
});

test("a claim that outlived its lease may not hand the mail over", async () => {
  const { world } = await ask();
  const slow = await claim(world);
  await setMail(world, { leasedUntil: PAST });
  await mailWork().run(world.system());
  if (!slow) throw new Error("nothing was claimed");
  const isOurs = await withWorkspace(world.system(), (tx) =>
    markHanded(tx, world.workspaceId, slow, HANDED),
  );
  expect(isOurs).toBe(false);
  expect(trap.accepted).toHaveLength(1);
});

async function leaveUncertain(world: World): Promise<string> {
  const mail = await claim(world);
  if (!mail) throw new Error("nothing was claimed");
  await withWorkspace(world.system(), (tx) => markHanded(tx, world.workspaceId, mail, HANDED));
  await setMail(world, { leasedUntil: PAST });
  await mailWork().run(world.system());
  return mail.id;
}

test("a mail whose worker died during the hand-over is named, not sent again", async () => {
  const { world, waveId } = await ask();
  const mailId = await leaveUncertain(world);
  await mailWork().run(world.system());
  expect(trap.accepted).toEqual([]);
  const wave = await getWave({ ctx: world.ctx("viewer"), input: { waveId } });
  expect(wave.uncertain).toMatchObject([{ mailId, name: "Lone Ravn", accountName: "Grenaa Havn" }]);
  expect(wave.counts).toMatchObject({ uncertain: 1, delivered: 0 });
});

test("a person settles an uncertain mail: it arrived, or it goes out again", async () => {
  const arrived = await ask();
  const mailId = await leaveUncertain(arrived.world);
  const settle = (world: World, verdict: string, id: string, role: "admin" | "viewer" = "admin") =>
    resolveUncertainMail({ ctx: world.ctx(role), input: { mailId: id, verdict } });
  await expect(settle(arrived.world, "arrived", mailId, "viewer")).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const stranger = await makeWorld();
  await expect(settle(stranger, "arrived", mailId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await settle(arrived.world, "arrived", mailId);
  await expect(settle(arrived.world, "send_again", mailId)).rejects.toMatchObject({
    code: "CONFLICT",
  });
  const { counts } = await getWave({ ctx: arrived.world.ctx(), input: { waveId: arrived.waveId } });
  expect(counts).toMatchObject({ uncertain: 0, delivered: 1 });
  expect((await auditVerbs(arrived.world)).at(-1)).toBe("resolveUncertainMail");

  const lost = await ask();
  await settle(lost.world, "send_again", await leaveUncertain(lost.world));
  await mailWork().run(lost.world.system());
  expect(trap.accepted).toHaveLength(1);
});

test("the secret link of an account mail is gone from the database once the mail is sent", async () => {
  const world = await makeWorld();
  const url = "https://loyal.example/reset/secret-of-the-link";
  const payload = {
    url,
    name: "Mette <b>",
    workspaceName: "Nordlys",
    expiresAt: "2026-11-22T12:00:00Z",
  };
  await withWorkspace(world.system(), async (tx) => {
    await enqueueMail(tx, world.system(), {
      kind: "password_reset",
      to: "m@nordlys.example",
      payload,
    });
    const to = "n@nordlys.example";
    await enqueueMail(tx, world.system(), { kind: "member_invitation", to, payload });
  });
  await mailWork().run(world.system());
  const mails = await trap.parsed();
  expect(mails.map((mail) => mail.subject)).toEqual([
    "Vælg en ny adgangskode",
    "Kom med i Nordlys på Holdfast",
  ]);
  for (const mail of mails) {
    expect(mail.text).toContain(url);
    expect(mail.html).toContain(`href="${url}"`);
    expect(mail.html).not.toContain("<b>");
  }
  expect(JSON.stringify(await mailsOf(world))).not.toContain("secret-of-the-link");
});

test("an account mail is written exactly when its transaction is", async () => {
  const world = await makeWorld();
  const payload = {
    url: "https://x.example",
    name: "M",
    workspaceName: "N",
    expiresAt: "2026-11-22T12:00:00Z",
  };
  const work = withWorkspace(world.system(), async (tx) => {
    await enqueueMail(tx, world.system(), { kind: "password_reset", to: "m@n.example", payload });
    throw new Error("the transaction fails");
  });
  await expect(work).rejects.toThrow("the transaction fails");
  expect(await mailsOf(world)).toEqual([]);
});

test("a worker that is asked to stop ends after the mail in hand, and the rest waits", async () => {
  const world = await makeWorld({ isDemo: true });
  const people = Array.from({ length: 12 }, () => ({}));
  const { contactIds } = await addAccount(world, "Grenaa Havn", people);
  const anyway = { asksDespiteInterval: "on" };
  await addWave(world, await addSurvey(world), contactIds, anyway);
  let looks = 0;
  const isStopping = () => {
    looks += 1;
    return looks > 3;
  };
  await mailWork().run(world.system(), isStopping);
  expect(trap.accepted).toHaveLength(3);
  const states = (await mailsOf(world)).map((mail) => mail.state);
  expect(states.filter((state) => state === "pending")).toHaveLength(9);
});
