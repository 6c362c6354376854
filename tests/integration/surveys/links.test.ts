import { expect, test } from "vitest";
import * as answer from "@/app/s/[token]/answer/route";
import * as details from "@/app/s/[token]/details/route";
import * as survey from "@/app/s/[token]/route";
import * as signal from "@/app/s/[token]/signal/route";
import * as thanks from "@/app/s/[token]/thanks/route";
import * as unsent from "@/app/s/[token]/unsent/route";
import { withWorkspace } from "@/lib/db/with-workspace";
import { makeLinkToken } from "@/lib/mail/link-token";
import { confirmAnswer } from "@/lib/surveys/answers/confirm-answer";
import { visitSurvey } from "@/lib/surveys/answers/visit-survey";
import { useTestDatabase } from "../../support/database";
import { type Asked, ask, call, post, scores, visitsOf } from "./respondent-world";
import { preferencesToken, surveyToken } from "./survey-world";

useTestDatabase();

const by = (token: string) => ({ token, now: new Date(), viewerId: null });

async function setInvitation(asked: Asked, data: { tokenVersion?: number; closesOn?: Date }) {
  const { workspaceId } = asked.world;
  await withWorkspace(asked.world.system(), (tx) =>
    tx.invitation.updateMany({ where: { workspaceId, id: asked.invitationId }, data }),
  );
}

test("a link altered in any single byte opens nothing and writes nothing", async () => {
  const asked = await ask();
  const bytes = Buffer.from(asked.token, "base64url");
  for (let i = 0; i < bytes.length; i += 1) {
    const altered = Buffer.from(bytes);
    altered[i] = (altered[i] ?? 0) ^ 1;
    const token = altered.toString("base64url");
    expect(await confirmAnswer({ ...by(token), input: { score: "9" } })).toBeNull();
    const visit = { isPrefetch: false, agent: null };
    expect(await visitSurvey({ ...by(token), input: visit })).toBeNull();
  }
  expect(await scores(asked)).toEqual([]);
  expect(await visitsOf(asked)).toEqual([]);
});

test("altered, foreign, unknown and wrong links meet one page and write nothing", async () => {
  const asked = await ask();
  const other = await ask();
  const foreign = surveyToken(
    { ...asked.world, workspaceId: other.world.workspaceId },
    asked.invitationId,
  );
  const stolen = makeLinkToken(
    [{ id: "k1", key: Buffer.alloc(32, 7) }],
    "survey",
    { workspaceId: asked.world.workspaceId, invitationId: asked.invitationId },
    1,
  );
  const wrongPurpose = preferencesToken(asked.world, asked.invitationId);
  const cut = asked.token.slice(0, -1);
  const tokens = [
    foreign,
    stolen,
    wrongPurpose,
    cut,
    `${asked.token}A`,
    "no-such-link",
    "%00",
    "a".repeat(3000),
  ];
  const pages = new Set<string>();
  for (const token of tokens) {
    const page = await call(survey.GET, token, { query: "?c=9" });
    expect(page.status).toBe(410);
    pages.add((await page.text()).replaceAll(token, "TOKEN"));
    for (const handler of [answer.POST, details.POST]) {
      const sent = await post(handler, token, { score: "9", comment: "x" });
      expect([sent.status, sent.headers.get("location")]).toEqual([303, encodeURI(`/s/${token}`)]);
    }
    for (const handler of [unsent.POST, signal.POST]) {
      expect((await post(handler, token, { score: "9", signal: "input" })).status).toBe(204);
    }
    expect((await call(thanks.GET, token)).status).toBe(303);
  }
  expect(pages.size).toBe(1);
  expect([...pages][0]).not.toContain("Nordlys");
  expect([await scores(asked), await scores(other)]).toEqual([[], []]);
});

test("raising the token's version ends the links made before", async () => {
  const asked = await ask();
  await setInvitation(asked, { tokenVersion: 2 });
  expect(await confirmAnswer({ ...by(asked.token), input: { score: "9" } })).toBeNull();
});

test("an expired link shows what its owner said last and takes no more, of any kind", async () => {
  const asked = await ask();
  await asked.visit("9");
  await asked.press("9", { touched: "1" });
  await setInvitation(asked, { closesOn: new Date("2020-01-01T00:00:00Z") });
  const before = (await visitsOf(asked)).length;
  const page = await asked.visit("3");
  expect([page.status, await page.text()]).toEqual([410, expect.stringContaining("svar var 9.")]);
  await asked.press("3", { touched: "1" });
  await asked.details({ comment: "late" });
  await post(unsent.POST, asked.token, { score: "3", signal: "input" });
  await post(signal.POST, asked.token, { touched: "1" });
  expect(await scores(asked)).toEqual([["nps", 9, "confirmed", null]]);
  expect(await visitsOf(asked)).toHaveLength(before);
});

test("without contact and hand-over the rules that need them are skipped, and the answer says so", async () => {
  const asked = await ask({}, { isDemo: false });
  const { workspaceId } = asked.world;
  const doorId = crypto.randomUUID();
  await withWorkspace(asked.world.system(), async (tx) => {
    const [row] = await tx.invitation.findMany({ where: { workspaceId } });
    const door = { workspaceId, id: doorId, kind: "link", name: "Counter", createdAt: new Date() };
    await tx.surveyDoor.create({ data: { ...door, surveyId: row?.surveyId ?? "" } });
    await tx.invitation.updateMany({
      where: { workspaceId, id: asked.invitationId },
      data: { contactId: null, accountId: null, waveId: null, doorId, channel: "link" },
    });
  });
  const page = await (await asked.visit()).text();
  expect(page).toContain("ser dit svar, men ikke hvem der har givet det");
  expect(page).not.toContain("<footer>");
  await asked.press("9");
  const [event] = await withWorkspace(asked.world.system(), (tx) =>
    tx.responseEvent.findMany({ where: { workspaceId } }),
  );
  expect(event).toMatchObject({ class: "confirmed", contactId: null, accountId: null });
  expect(event?.evidence).toMatchObject({
    afterHandOver: null,
    skipped: ["hand_over", "person"],
  });
  const marks = await withWorkspace(asked.world.system(), (tx) => tx.factsChange.count());
  expect(marks).toBe(0);
});

test("a trap sprung without end fills no table, and its press stays held", async () => {
  const asked = await ask();
  const { world, invitationId } = asked;
  await asked.press("9", { website: "http://x" });
  await withWorkspace(world.system(), async (tx) => {
    await tx.$executeRaw`
      INSERT INTO invitation_visit (workspace_id, id, invitation_id, at, method, kind)
      SELECT ${world.workspaceId}::uuid, gen_random_uuid(), ${invitationId}::uuid, now(), 'POST',
        'honeypot' FROM generate_series(1, 399)`;
  });
  for (let n = 0; n < 3; n += 1) await asked.press("9", { website: "http://x" });
  expect(await visitsOf(asked)).toHaveLength(400);
  expect(await scores(asked)).toEqual([["nps", 9, "held", "honeypot"]]);
});

test("presses without end on one link end", async () => {
  const asked = await ask();
  const { workspaceId } = asked.world;
  await asked.press("9", { touched: "1" });
  await withWorkspace(asked.world.system(), async (tx) => {
    await tx.$executeRaw`
      INSERT INTO response_event (workspace_id, id, invitation_id, survey_id, question,
        value_number, scope, class, answered_at, answered_on)
      SELECT workspace_id, gen_random_uuid(), invitation_id, survey_id, question, n % 11, scope,
        'held', answered_at, answered_on
      FROM response_event, generate_series(1, 199) n
      WHERE workspace_id = ${workspaceId}::uuid AND invitation_id = ${asked.invitationId}::uuid`;
  });
  const sent = await asked.press("4", { touched: "1" });
  expect(sent.headers.get("location")).toBe(`/s/${asked.token}`);
  expect(await scores(asked)).toHaveLength(200);
});
