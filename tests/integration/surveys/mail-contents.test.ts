import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/db/new-id";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { mailWork } from "@/lib/jobs/mail-work";
import { waveWork } from "@/lib/jobs/wave-work";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { readMailReference } from "@/lib/mail/mail-reference";
import { createSurvey } from "@/lib/surveys/design/create-survey";
import { enqueueReminders, nextReminderAt } from "@/lib/surveys/waves/enqueue-reminders";
import { getWave } from "@/lib/surveys/waves/get-wave";
import { updateAskingSettings } from "@/lib/workspaces/update-asking-settings";
import { useTestDatabase } from "../../support/database";
import { openMailTrap, type Trap } from "./mail-trap";
import { addAccount, addSurvey, addWave, makeWorld, type World } from "./survey-world";

useTestDatabase();

let trap: Trap;
beforeEach(async () => {
  trap = await openMailTrap();
  readEnv().SMTP_URL = trap.url;
  readEnv().MAIL_BOUNCE_DOMAIN = undefined;
});
afterEach(() => trap.close());

type Asked = { world: World; waveId: string; contactId: string; invitationId: string };

function inWorld<T>(world: World, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withWorkspace(world.system(), work);
}

function setAsking(world: World, fields: Record<string, unknown>) {
  return updateAskingSettings({ ctx: world.ctx(), input: { ...fields, reason: "test" } });
}

async function ask(options?: Record<string, unknown>): Promise<Asked> {
  const world = await makeWorld({ isDemo: true });
  const { contactIds } = await addAccount(world, "Grenaa Havn", [{}]);
  const contactId = contactIds[0] ?? "";
  const survey = await addSurvey(world, options ? { options } : {});
  const { waveId, invitations } = await addWave(world, survey, contactIds);
  return { world, waveId, contactId, invitationId: invitations.get(contactId) ?? "" };
}

async function addAnswer(asked: Asked, invitationId: string, at: Date): Promise<void> {
  const { world, contactId } = asked;
  await inWorld(world, async (tx) => {
    const invitation = await tx.invitation.findFirstOrThrow({ where: { id: invitationId } });
    await tx.responseEvent.create({
      data: {
        workspaceId: world.workspaceId,
        id: newId(),
        invitationId,
        surveyId: invitation.surveyId,
        contactId,
        accountId: invitation.accountId,
        question: "nps",
        valueNumber: 9,
        scale: "0-10",
        scope: "relationship",
        class: "confirmed",
        answeredAt: at,
        answeredOn: at,
      },
    });
  });
}

async function send({ world }: { world: World }) {
  await inWorld(world, (tx) =>
    tx.mailOutbox.updateMany({ where: { state: "pending" }, data: { dueAt: new Date(0) } }),
  );
  await mailWork().run(world.system());
  return (await trap.parsed()).at(-1);
}

async function stateOf({ world, invitationId }: Asked) {
  return inWorld(world, async (tx) => ({
    mails: await tx.mailOutbox.findMany({
      where: { workspaceId: world.workspaceId },
      orderBy: { id: "asc" },
      select: { kind: true, state: true, reason: true, attempts: true },
    }),
    invitation: await tx.invitation.findFirst({
      where: { id: invitationId },
      select: { skippedReason: true, deliveredAt: true, remindedAt: true },
    }),
  }));
}

test("a mail comes back to an address of its own and is known by the same name everywhere", async () => {
  readEnv().MAIL_BOUNCE_DOMAIN = "bounce.holdfast.example";
  const asked = await ask();
  const mail = await send(asked);
  const [row] = await inWorld(asked.world, (tx) =>
    tx.mailOutbox.findMany({ where: { workspaceId: asked.world.workspaceId } }),
  );
  const reference = { workspaceId: asked.world.workspaceId, mailId: row?.id };
  expect(row?.messageId).toBe(mail?.messageId);
  expect(readMailReference(readEnv().LINK_KEYS, mail?.messageId ?? "")).toEqual(reference);
  const unsubscribe = mail?.headers.find(({ key }) => key === "list-unsubscribe")?.value ?? "";
  expect(unsubscribe).toContain("@bounce.holdfast.example?subject=unsubscribe");
  expect(readMailReference(readEnv().LINK_KEYS, unsubscribe)).toEqual(reference);
});

test("in neutral mode the standard mail goes, and one with words of praise does not", async () => {
  const plain = await ask();
  await setAsking(plain.world, { modeByCountry: { DK: "neutral" } });
  expect((await send(plain))?.subject).toContain("Ét spørgsmål");

  const praising = await ask({ texts: { da: { purpose: "Vi er stolte af vores pumper." } } });
  await setAsking(praising.world, { mode: "neutral" });
  await send(praising);
  expect(trap.accepted).toHaveLength(1);
  expect((await stateOf(praising)).mails).toMatchObject([
    { state: "skipped", reason: "not_neutral" },
  ]);
});

test("where mails are neutral, words of praise are refused when they are written", async () => {
  const world = await makeWorld();
  const texts = {
    da: { subject: "Bliv endnu bedre med os" },
    en: { purpose: "See www.x.example" },
  };
  const input = {
    name: "Yearly",
    question: "nps",
    scope: "relationship",
    followUps: [],
    options: { texts },
  };
  await createSurvey({ ctx: world.ctx(), input });
  await setAsking(world, { mode: "neutral" });
  await expect(createSurvey({ ctx: world.ctx(), input })).rejects.toMatchObject({
    code: "INVALID_INPUT",
    fieldErrors: {
      "options.texts.da.subject": expect.stringContaining("bedre"),
      "options.texts.en.purpose": expect.stringContaining("www."),
    },
  });
});

test("what the last answer changed is told in normal mode only, and only what was written down", async () => {
  const asked = await ask();
  await addAnswer(asked, asked.invitationId, new Date(Date.now() - 86_400_000));
  await inWorld(asked.world, (tx) =>
    tx.answerHandling.create({
      data: {
        workspaceId: asked.world.workspaceId,
        id: newId(),
        invitationId: asked.invitationId,
        whatChanged: "Telefonen er bemandet om natten.",
        updatedAt: new Date(),
      },
    }),
  );
  await inWorld(asked.world, (tx) => tx.mailOutbox.updateMany({ data: { state: "sent" } }));
  const again = async () => {
    const survey = await addSurvey(asked.world, { name: newId() });
    await addWave(asked.world, survey, [asked.contactId], { asksDespiteInterval: "on" });
    return (await send(asked))?.text;
  };
  expect(await again()).toContain(
    "Det har dit seneste svar ændret: Telefonen er bemandet om natten.",
  );
  await setAsking(asked.world, { mode: "neutral" });
  expect(await again()).not.toContain("Telefonen");
});

function remind({ world, invitationId }: Asked) {
  return inWorld(world, (tx) =>
    enqueueMail(tx, world.system(), { kind: "survey_reminder", invitationId, payload: {} }),
  );
}

test("a reminder goes inside the interval, says what was chosen, and leaves the delivery as it was", async () => {
  const asked = await ask();
  await send(asked);
  const before = await stateOf(asked);
  await inWorld(asked.world, (tx) =>
    tx.invitationVisit.create({
      data: {
        workspaceId: asked.world.workspaceId,
        id: newId(),
        invitationId: asked.invitationId,
        at: new Date(),
        method: "GET",
        choice: "9",
      },
    }),
  );
  await remind(asked);
  const mail = await send(asked);
  expect(mail?.subject).toMatch(/^Påmindelse/);
  expect(mail?.text).toContain("Du valgte 9, men trykkede ikke på Send");
  const after = await stateOf(asked);
  expect(after.invitation?.remindedAt).toBeInstanceOf(Date);
  expect(after.invitation?.deliveredAt).toEqual(before.invitation?.deliveredAt);
  const { counts } = await getWave({ ctx: asked.world.ctx(), input: { waveId: asked.waveId } });
  expect(counts).toMatchObject({ asked: 1, delivered: 1, waiting: 0, skipped: 0 });
});

test("who answered is not reminded, and the invitation stays delivered", async () => {
  const asked = await ask();
  await send(asked);
  await addAnswer(asked, asked.invitationId, new Date());
  await remind(asked);
  await send(asked);
  expect(trap.accepted).toHaveLength(1);
  expect(await stateOf(asked)).toMatchObject({
    mails: [{ state: "sent" }, { kind: "survey_reminder", state: "skipped", reason: "answered" }],
    invitation: { skippedReason: null, deliveredAt: expect.any(Date), remindedAt: null },
  });
});

test("who answered the same survey by another link meanwhile is not reminded of the first", async () => {
  const asked = await ask();
  const { world, waveId, contactId } = asked;
  await inWorld(world, (tx) =>
    tx.wave.updateMany({ where: { id: waveId }, data: { reminderAfterDays: 7 } }),
  );
  await send(asked);
  const { surveyId } = await inWorld(world, (tx) =>
    tx.invitation.findFirstOrThrow({ where: { id: asked.invitationId } }),
  );
  const again = await addWave(world, surveyId, [contactId], { asksDespiteInterval: true });
  const later = (days: number) => new Date(Date.now() + days * 86_400_000);
  const due = () => inWorld(world, (tx) => nextReminderAt(tx, world.workspaceId));
  expect(await due()).toBeInstanceOf(Date);
  await remind(asked);
  await addAnswer(asked, again.invitations.get(contactId) ?? "", later(0));
  expect(await due()).toBeNull();
  const enqueue = () => inWorld(world, (tx) => enqueueReminders(tx, world.system(later(8))));
  expect(await enqueue()).toBe(0);
  // One that waits already looks again when it is its turn.
  await send(asked);
  const { mails } = await stateOf(asked);
  expect(mails.find(({ kind }) => kind === "survey_reminder")).toMatchObject({
    state: "skipped",
    reason: "answered",
  });
});

test("a receipt says the last answer and how to change it", async () => {
  const asked = await ask();
  await send(asked);
  await addAnswer(asked, asked.invitationId, new Date());
  await inWorld(asked.world, (tx) =>
    enqueueMail(tx, asked.world.system(), {
      kind: "receipt",
      invitationId: asked.invitationId,
      payload: {},
    }),
  );
  const mail = await send(asked);
  expect(mail?.subject).toBe("Dit svar til Nordlys Pumper");
  expect(mail?.text).toContain("Du svarede 9. Hvis det er forkert, kan du rette det");
  expect(mail?.text).toMatch(/Ret mit svar: http:\/\/localhost:3000\/s\/[\w-]+/);
});

test("one mail that cannot be written waits alone and holds nobody up", async () => {
  const asked = await ask();
  await inWorld(asked.world, async (tx) => {
    const payload = { url: "x", name: "M", workspaceName: "N", expiresAt: "no date" };
    const kind = "password_reset";
    await enqueueMail(tx, asked.world.system(), {
      kind,
      to: "m@n.example",
      payload,
      dueAt: new Date(0),
    });
  });
  await mailWork().run(asked.world.system());
  expect(trap.accepted).toHaveLength(1);
  const { mails } = await stateOf(asked);
  expect(mails).toContainEqual({
    kind: "password_reset",
    state: "pending",
    reason: "not_written",
    attempts: 1,
  });
  await inWorld(asked.world, (tx) =>
    tx.mailOutbox.updateMany({ where: { state: "pending" }, data: { attempts: 11 } }),
  );
  await send(asked);
  expect((await stateOf(asked)).mails).toContainEqual({
    kind: "password_reset",
    state: "failed",
    reason: "not_written",
    attempts: 12,
  });
});

test("mails of a wave that rests wait, and end when the wave has seen its last day", async () => {
  const asked = await ask();
  await inWorld(asked.world, (tx) =>
    tx.wave.updateMany({ where: { id: asked.waveId }, data: { state: "paused" } }),
  );
  await send(asked);
  expect(trap.accepted).toEqual([]);
  expect((await stateOf(asked)).mails).toMatchObject([{ state: "paused", attempts: 0 }]);
  await waveWork.run(asked.world.system(new Date(Date.now() + 40 * 86_400_000)));
  await send(asked);
  expect((await stateOf(asked)).mails).toMatchObject([{ state: "skipped", reason: "closed" }]);
});
