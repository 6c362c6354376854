import { beforeAll, expect, test } from "vitest";
import * as events from "@/app/api/mail/events/route";
import * as inbound from "@/app/api/mail/inbound/route";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { mailReference } from "@/lib/mail/mail-reference";
import { signRequest } from "@/lib/mail/signed-request";
import { recordMailReport } from "@/lib/surveys/mail/record-mail-report";
import { resumeWave } from "@/lib/surveys/mail/resume-wave";
import { previewWave } from "@/lib/surveys/waves/preview-wave";
import { useTestDatabase } from "../../support/database";
import { addAccount, addSurvey, addWave, auditVerbs, makeWorld, type World } from "./survey-world";

useTestDatabase();
const SECRET = "only-for-tests-only-for-tests-only-for-tests";
beforeAll(() => {
  readEnv().MAIL_EVENTS_SECRET = SECRET;
});

type Asked = {
  world: World;
  waveId: string;
  contactIds: string[];
  mails: { id: string; invitationId: string; contactId: string }[];
};

/** A wave whose mails were all taken over by the mail server. */
async function sentWave(people: number): Promise<Asked> {
  const world = await makeWorld({ isDemo: true });
  const everybody = Array.from({ length: people }, () => ({}));
  const { contactIds } = await addAccount(world, "Grenaa Havn", everybody);
  const anyway = { asksDespiteInterval: "on" };
  const { waveId } = await addWave(world, await addSurvey(world), contactIds, anyway);
  const mails = await withWorkspace(world.system(), async (tx) => {
    await tx.$executeRaw`
      UPDATE mail_outbox SET state = 'sent', handed_at = now(), finished_at = now()
      WHERE workspace_id = ${world.workspaceId}::uuid`;
    await tx.$executeRaw`
      UPDATE invitation SET handed_at = now(), delivered_at = now()
      WHERE workspace_id = ${world.workspaceId}::uuid`;
    return tx.$queryRaw<Asked["mails"]>`
      SELECT m.id, i.id AS "invitationId", i.contact_id AS "contactId" FROM mail_outbox m
      JOIN invitation i ON i.workspace_id = m.workspace_id AND i.id = m.invitation_id
      WHERE m.workspace_id = ${world.workspaceId}::uuid ORDER BY m.id`;
  });
  return { world, waveId, contactIds, mails };
}

function referenceOf({ world, mails }: Asked, at = 0): string {
  const mail = { workspaceId: world.workspaceId, mailId: mails[at]?.id ?? "" };
  return mailReference(readEnv().LINK_KEYS, mail);
}

type Handler = (request: Request) => Promise<Response>;

function post(handler: Handler, body: string, headers: Record<string, string> = {}) {
  const bytes = Buffer.from(body);
  const signature = signRequest(SECRET, new Date(), bytes);
  return handler(
    new Request("http://localhost:3000/api/mail/x", {
      method: "POST",
      body: bytes,
      headers: { "X-Holdfast-Signature": signature, ...headers },
    }),
  );
}

async function send(list: Record<string, unknown>[]) {
  return (await post(events.POST, JSON.stringify({ events: list }))).json();
}

async function stateOf({ world, mails, contactIds }: Asked, at = 0) {
  const { workspaceId } = world;
  return withWorkspace(world.system(), async (tx) => ({
    mail: (await tx.mailOutbox.findFirst({ where: { id: mails[at]?.id ?? "" } }))?.state,
    isDelivered: await tx.invitation.count({
      where: { id: mails[at]?.invitationId ?? "", deliveredAt: { not: null } },
    }),
    suppressions: await tx.suppression.findMany({
      where: { workspaceId },
      select: { reason: true, purpose: true, addressHash: true },
    }),
    events: await tx.mailEvent.findMany({
      where: { workspaceId },
      orderBy: { id: "asc" },
      select: { kind: true, isPermanent: true, detail: true, source: true },
    }),
    consents: await tx.consent.findMany({
      where: { workspaceId, contactId: { in: contactIds } },
      select: { purpose: true, state: true, source: true },
    }),
  }));
}

async function skipsOf({ world }: Asked): Promise<(string | null)[]> {
  const input = { isChosen: true, asksDespiteInterval: true };
  const { selection } = await previewWave({ ctx: world.ctx(), input });
  return selection?.people.map((person) => person.skip) ?? [];
}

const bounce = (messageId: string, more: Record<string, unknown> = {}) => ({
  id: "event-1",
  type: "bounce",
  messageId,
  ...more,
});

test("a permanent bounce ends the mail, suppresses the address, and told twice it counts once", async () => {
  const asked = await sentWave(1);
  const event = bounce(`<${referenceOf(asked)}@holdfast.example>`, { status: "5.1.1" });
  expect(await send([event, event])).toEqual({ taken: 1, known: 1, unknown: 0 });
  expect(await send([event])).toEqual({ taken: 0, known: 1, unknown: 0 });
  const state = await stateOf(asked);
  expect(state).toMatchObject({ mail: "bounced", isDelivered: 0 });
  expect(state.events).toEqual([
    { kind: "bounce", isPermanent: true, detail: "5.1.1", source: "webhook" },
  ]);
  expect(state.suppressions).toMatchObject([{ reason: "hard_bounce", purpose: "all" }]);
  expect(state.suppressions[0]?.addressHash).not.toContain("@");
  expect(await skipsOf(asked)).toEqual(["suppressed"]);
  expect(
    (await auditVerbs(asked.world)).filter((verb) => verb === "recordMailReport"),
  ).toHaveLength(1);
});

test("a soft bounce is kept and changes nothing; a full mailbox suppresses only the second time", async () => {
  const asked = await sentWave(1);
  await send([bounce(referenceOf(asked), { permanent: false })]);
  expect(await stateOf(asked)).toMatchObject({ mail: "sent", isDelivered: 1, suppressions: [] });
  await send([bounce(referenceOf(asked), { id: "event-2", status: "5.2.2" })]);
  expect(await stateOf(asked)).toMatchObject({ mail: "bounced", suppressions: [] });
  const again = { asksDespiteInterval: "on" };
  const survey = await addSurvey(asked.world, { name: "Second" });
  await addWave(asked.world, survey, asked.contactIds, again);
  const second = await withWorkspace(asked.world.system(), (tx) =>
    tx.mailOutbox.findFirst({ where: { workspaceId: asked.world.workspaceId, state: "pending" } }),
  );
  const mail = { workspaceId: asked.world.workspaceId, mailId: second?.id ?? "" };
  const reference = mailReference(readEnv().LINK_KEYS, mail);
  await send([bounce(reference, { id: "event-3", status: "5.2.2" })]);
  expect((await stateOf(asked)).suppressions).toMatchObject([{ reason: "hard_bounce" }]);
});

test("an address the person no longer has is not held against the new one", async () => {
  const asked = await sentWave(1);
  await send([bounce(referenceOf(asked), { status: "5.1.1", recipient: "old@customer.example" })]);
  expect(await stateOf(asked)).toMatchObject({ mail: "bounced", suppressions: [] });
});

test("a bounce of a mail that was answered is kept, and the answer stays delivered", async () => {
  const asked = await sentWave(1);
  const { invitationId = "", contactId = "" } = asked.mails[0] ?? {};
  await withWorkspace(asked.world.system(), async (tx) => {
    const invitation = await tx.invitation.findFirstOrThrow({ where: { id: invitationId } });
    await tx.responseEvent.create({
      data: {
        workspaceId: asked.world.workspaceId,
        id: invitationId,
        invitationId,
        surveyId: invitation.surveyId,
        contactId,
        accountId: invitation.accountId,
        question: "nps",
        valueNumber: 9,
        scale: "0-10",
        scope: "relationship",
        class: "confirmed",
        answeredAt: new Date(),
        answeredOn: new Date(),
      },
    });
  });
  await send([bounce(referenceOf(asked), { status: "5.4.1" })]);
  expect(await stateOf(asked)).toMatchObject({ mail: "sent", isDelivered: 1 });
});

test("a complaint is a refusal: suppressed everywhere and opted out, once", async () => {
  const asked = await sentWave(1);
  const complaint = { id: "c1", type: "complaint", messageId: referenceOf(asked) };
  await send([complaint, { ...complaint, id: "c2" }]);
  const state = await stateOf(asked);
  expect(state.mail).toBe("sent");
  expect(state.suppressions).toMatchObject([{ reason: "complaint", purpose: "all" }]);
  expect(state.consents).toEqual([{ purpose: "survey", state: "withdrawn", source: "complaint" }]);
  expect(await skipsOf(asked)).toEqual(["opted_out"]);
});

test("a delivery report settles an uncertain mail", async () => {
  const asked = await sentWave(1);
  await withWorkspace(asked.world.system(), async (tx) => {
    await tx.mailOutbox.updateMany({ data: { state: "uncertain" } });
    await tx.invitation.updateMany({ data: { deliveredAt: null } });
  });
  await send([{ id: "d1", type: "delivered", messageId: referenceOf(asked) }]);
  expect(await stateOf(asked)).toMatchObject({ mail: "sent", isDelivered: 1 });
});

function deliveryStatus(reference: string): string {
  return `From: mailer-daemon@mx.customer.example
To: b${reference}@bounce.holdfast.example
Subject: Undelivered
Message-ID: <dsn-1@mx.customer.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain

Sorry.
--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.customer.example

Final-Recipient: rfc822; nobody@customer.example
Action: failed
Status: 5.7.1
--B--
`.replaceAll("\n", "\r\n");
}

test("a delivery-status mail posted as it came does the same", async () => {
  const asked = await sentWave(1);
  const raw = deliveryStatus(referenceOf(asked));
  expect(await (await post(inbound.POST, raw)).json()).toEqual({ outcome: "taken" });
  expect(await (await post(inbound.POST, raw)).json()).toEqual({ outcome: "known" });
  const state = await stateOf(asked);
  expect(state).toMatchObject({ mail: "bounced", suppressions: [] });
  expect(state.events).toEqual([
    { kind: "bounce", isPermanent: true, detail: "5.7.1", source: "mail" },
  ]);
});

test("an unsubscribe mail is one press of the person, undone on the page", async () => {
  const asked = await sentWave(1);
  const raw = "From: x@customer.example\r\nSubject: unsubscribe\r\n\r\n";
  const headers = { "X-Mail-Recipient": `u${referenceOf(asked)}@bounce.holdfast.example` };
  for (let i = 0; i < 2; i += 1) {
    expect(await (await post(inbound.POST, raw, headers)).json()).toEqual({ outcome: "taken" });
  }
  const { consents } = await stateOf(asked);
  expect(consents).toEqual([{ purpose: "survey", state: "withdrawn", source: "unsubscribe mail" }]);
});

test("a report of a mail that is none of ours is counted and let be", async () => {
  const asked = await sentWave(1);
  const gone = mailReference(readEnv().LINK_KEYS, {
    workspaceId: asked.world.workspaceId,
    mailId: asked.world.workspaceId,
  });
  const nowhere = mailReference(readEnv().LINK_KEYS, {
    workspaceId: asked.mails[0]?.id ?? "",
    mailId: asked.mails[0]?.id ?? "",
  });
  const list = ["<1@elsewhere.example>", gone, nowhere].map((id, i) => bounce(id, { id: `e${i}` }));
  expect(await send(list)).toEqual({ taken: 0, known: 0, unknown: 3 });
});

test("nothing is taken without the secret's signature, and without a secret there is no address", async () => {
  const asked = await sentWave(1);
  const body = JSON.stringify({ events: [bounce(referenceOf(asked))] });
  for (const signature of [
    "",
    "t=1,v1=00",
    signRequest("another secret", new Date(), Buffer.from(body)),
  ]) {
    const refused = await post(events.POST, body, { "X-Holdfast-Signature": signature });
    expect(refused.status).toBe(401);
  }
  const old = signRequest(SECRET, new Date(Date.now() - 600_000), Buffer.from(body));
  expect((await post(events.POST, body, { "X-Holdfast-Signature": old })).status).toBe(401);
  expect((await stateOf(asked)).events).toEqual([]);
  readEnv().MAIL_EVENTS_SECRET = undefined;
  expect((await post(events.POST, body)).status).toBe(404);
  expect((await post(inbound.POST, "x")).status).toBe(404);
  readEnv().MAIL_EVENTS_SECRET = SECRET;
});

test("a body that is no list, or far too large, is refused in words", async () => {
  for (const body of ["", "[]", "{}", '{"events":[{"id":""}]}', "null"]) {
    expect((await post(events.POST, body)).status).toBe(400);
  }
  expect((await post(events.POST, "x".repeat(2_000_001))).status).toBe(413);
});

test("people cannot report mails, only the system can", async () => {
  const asked = await sentWave(1);
  const report = {
    kind: "complaint",
    isFinal: true,
    isAddressDead: false,
    recipient: null,
    detail: null,
    source: "webhook",
    externalId: "x",
    at: new Date(),
  };
  const input = { mailId: asked.mails[0]?.id, report };
  await expect(recordMailReport({ ctx: asked.world.ctx(), input })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const stranger = (await makeWorld()).system();
  expect(await recordMailReport({ ctx: stranger, input })).toBe("unknown");
});

async function waveOf({ world, waveId }: Asked) {
  return withWorkspace(world.system(), async (tx) => ({
    wave: await tx.wave.findFirst({
      where: { id: waveId },
      select: { state: true, pausedReason: true },
    }),
    waiting: await tx.mailOutbox.count({ where: { state: "pending", invitation: { waveId } } }),
    paused: await tx.mailOutbox.count({ where: { state: "paused", invitation: { waveId } } }),
  }));
}

/** The last ten mails of the wave have not been sent yet. */
async function withTenWaiting(asked: Asked): Promise<void> {
  const ids = asked.mails.slice(-10).map((mail) => mail.id);
  await withWorkspace(asked.world.system(), (tx) =>
    tx.mailOutbox.updateMany({
      where: { id: { in: ids } },
      data: { state: "pending", handedAt: null, finishedAt: null },
    }),
  );
}

test("a wave rests at 5 % bounces from 50 sends on, and an admin lets it go on", async () => {
  const asked = await sentWave(60);
  await withTenWaiting(asked);
  const bounces = (from: number, to: number) =>
    asked.mails
      .slice(from, to)
      .map((_, i) => bounce(referenceOf(asked, from + i), { id: `b${from + i}`, status: "5.1.1" }));
  await send(bounces(0, 2));
  expect(await waveOf(asked)).toMatchObject({ wave: { state: "sending" }, waiting: 10, paused: 0 });
  await send(bounces(2, 3));
  expect(await waveOf(asked)).toEqual({
    wave: { state: "paused", pausedReason: "bounces:3:50" },
    waiting: 0,
    paused: 10,
  });
  expect(await auditVerbs(asked.world)).toContain("pauseWave");

  const input = { waveId: asked.waveId };
  await expect(
    resumeWave({ ctx: asked.world.ctx("account_manager"), input }),
  ).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const stranger = await makeWorld();
  await expect(resumeWave({ ctx: stranger.ctx(), input })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await resumeWave({ ctx: asked.world.ctx(), input });
  expect(await waveOf(asked)).toEqual({
    wave: { state: "sending", pausedReason: null },
    waiting: 10,
    paused: 0,
  });
  await expect(resumeWave({ ctx: asked.world.ctx(), input })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await send(bounces(3, 6));
  expect(await waveOf(asked)).toMatchObject({ wave: { state: "sending" }, paused: 0 });
});

test("one complaint among fifty mails is enough to rest", async () => {
  const asked = await sentWave(60);
  await withTenWaiting(asked);
  await send([{ id: "c1", type: "complaint", messageId: referenceOf(asked) }]);
  expect(await waveOf(asked)).toMatchObject({
    wave: { state: "paused", pausedReason: "complaints:1:50" },
    paused: 10,
  });
});
