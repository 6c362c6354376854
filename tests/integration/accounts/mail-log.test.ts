import { beforeAll, expect, test } from "vitest";
import * as inbound from "@/app/api/mail/inbound/route";
import { getMailLog } from "@/lib/accounts/mail-log/get-mail-log";
import { logMailedTouches } from "@/lib/accounts/mail-log/log-mailed-touches";
import { replaceLogAddress } from "@/lib/accounts/mail-log/replace-log-address";
import { type Ctx, makeCtx } from "@/lib/auth/ctx";
import type { Role } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { applyRetention } from "@/lib/erasure/apply-retention";
import { eraseContact } from "@/lib/erasure/erase-contact";
import { addDays, dateIn } from "@/lib/format/calendar";
import { signRequest } from "@/lib/mail/signed-request";
import { insertMember } from "@/lib/workspaces/insert-member";
import { useTestDatabase } from "../../support/database";
import { addAccount, auditVerbs, makeWorld, type World } from "../surveys/survey-world";

useTestDatabase();
const SECRET = "only-for-tests-only-for-tests-only-for-tests";
const TODAY = dateIn("Europe/Copenhagen", new Date());
beforeAll(() => {
  readEnv().MAIL_EVENTS_SECRET = SECRET;
  readEnv().MAIL_BOUNCE_DOMAIN = "in.holdfast.example";
});

type Colleague = { email: string; ctx: Ctx };

async function addColleague(world: World, role: Role = "account_manager"): Promise<Colleague> {
  const email = `${newId()}@nordlys.example`;
  const member = { workspaceId: world.workspaceId, email, name: "Mette", role, passwordHash: null };
  const { userId, employeeId } = await withWorkspace(world.system(), (tx) =>
    insertMember(tx, { ...member, now: new Date() }),
  );
  const actor = { type: "user", userId, sessionId: newId(), role, employeeId } as const;
  const { workspace, now } = world.ctx();
  return { email, ctx: makeCtx({ actor, workspace, now }) };
}

async function addressOf({ ctx }: Colleague): Promise<string> {
  return (await getMailLog({ ctx })).address ?? "none";
}

type Mail = {
  from: string;
  to: string;
  cc?: string;
  id?: string;
  date?: string;
  body?: string;
};

function raw({ from, to, cc, id = newId(), date, body = "Confidential words" }: Mail): string {
  const lines = [
    `From: Mette Holm <${from}>`,
    `To: ${to}`,
    ...(cc === undefined ? [] : [`Cc: ${cc}`]),
    `Date: ${date ?? new Date().toUTCString()}`,
    "Subject: A delicate matter",
    `Message-ID: <${id}@nordlys.example>`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    body,
    "",
  ];
  return lines.join("\r\n");
}

async function deliver(text: string, recipient: string, secret = SECRET): Promise<Response> {
  const bytes = Buffer.from(text);
  const headers: Record<string, string> = {
    "X-Holdfast-Signature": signRequest(secret, new Date(), bytes),
    "X-Mail-Recipient": recipient,
  };
  const init = { method: "POST", body: bytes, headers };
  return inbound.POST(new Request("http://localhost:3000/api/mail/inbound", init));
}

async function outcome(text: string, recipient: string): Promise<string> {
  const response = await deliver(text, recipient);
  expect(response.status).toBe(200);
  return (await response.json()).outcome;
}

async function touchesOf(world: World) {
  const rows = await withWorkspace(world.system(), (tx) =>
    tx.touch.findMany({
      where: { workspaceId: world.workspaceId },
      orderBy: { createdAt: "asc" },
      omit: { workspaceId: true, id: true, createdAt: true },
    }),
  );
  return rows.map((row) => ({ ...row, happenedOn: row.happenedOn.toISOString().slice(0, 10) }));
}

test("a mail with the address in Bcc is one touch at each account it went to, without subject or words", async () => {
  const world = await makeWorld();
  const mette = await addColleague(world);
  const harbour = await addAccount(world, "Grenaa Havn", [
    { email: "Anne@grenaa.example" },
    { email: "jens@grenaa.example" },
  ]);
  const mill = await addAccount(world, "Mølleværket", [{ email: "lone@molle.example" }]);
  const mail = raw({
    from: mette.email.toUpperCase(),
    to: "Anne Krog <anne@Grenaa.example>, jens@grenaa.example, stranger@else.example",
    cc: `lone@molle.example, ${mette.email}`,
  });
  expect(await outcome(mail, await addressOf(mette))).toBe("taken");
  const touches = await touchesOf(world);
  const { actor } = mette.ctx;
  const employeeId = actor.type === "user" ? actor.employeeId : null;
  const common = { kind: "email", source: "mail", note: null, nextStep: null, employeeId };
  expect(touches).toHaveLength(2);
  expect(touches).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        ...common,
        accountId: harbour.accountId,
        contactId: harbour.contactIds[0],
        isTwoWay: false,
        happenedOn: TODAY,
      }),
      expect.objectContaining({ ...common, accountId: mill.accountId }),
    ]),
  );
  expect(JSON.stringify(touches)).not.toMatch(/delicate|Confidential/i);
  const { mails } = await getMailLog({ ctx: mette.ctx });
  expect(mails).toMatchObject([{ unknown: ["stranger@else.example"], happenedOn: TODAY }]);
  expect(mails[0]?.accounts.map((account) => account.name).sort()).toEqual([
    "Grenaa Havn",
    "Mølleværket",
  ]);
  expect(await auditVerbs(world)).toContain("logMailedTouches");
  const waiting = await withWorkspace(world.system(), (tx) =>
    tx.factsChange.count({ where: { workspaceId: world.workspaceId, accountId: mill.accountId } }),
  );
  expect(waiting).toBeGreaterThan(0);
});

test("the same mail delivered again, by hand or by forwarding mailboxes, is logged once", async () => {
  const world = await makeWorld();
  const mette = await addColleague(world);
  await addAccount(world, "Grenaa Havn", [{ email: "anne@grenaa.example" }]);
  const address = await addressOf(mette);
  const mail = raw({ from: mette.email, to: "anne@grenaa.example", id: "same" });
  expect(await outcome(mail, address)).toBe("taken");
  expect(await outcome(mail, address)).toBe("known");
  // A mailbox that passes it on adds headers; the server takes it in for another address of ours.
  const passedOn = `Delivered-To: ${address}\r\nX-Forwarded-To: ${address}\r\n${mail}`;
  expect(await outcome(passedOn, "mailbox@nordlys.example")).toBe("known");
  expect(await touchesOf(world)).toHaveLength(1);
});

test("a person of two accounts is written to at both", async () => {
  const world = await makeWorld();
  const mette = await addColleague(world);
  await addAccount(world, "Grenaa Havn", [{ email: "anne@grenaa.example" }]);
  await addAccount(world, "Grenaa Skibe", [{ email: "anne@grenaa.example" }]);
  const mail = raw({ from: mette.email, to: "anne@grenaa.example" });
  expect(await outcome(mail, await addressOf(mette))).toBe("taken");
  const accounts = (await touchesOf(world)).map((touch) => touch.accountId);
  expect(new Set(accounts).size).toBe(2);
});

test.each([
  ["Fra: Anne Krog <Anne@grenaa.example>", "in Danish"],
  ["> *From:* Anne Krog <anne@grenaa.example>", "quoted, in English"],
  ["Lähettäjä: anne@grenaa.example", "in Finnish"],
])(
  "a customer's mail passed on to the address alone (%s) is a touch in which they spoke",
  async (line) => {
    const world = await makeWorld();
    const mette = await addColleague(world);
    await addAccount(world, "Grenaa Havn", [{ email: "anne@grenaa.example" }]);
    const address = await addressOf(mette);
    const body = `See below.\r\n\r\n---------- Forwarded ----------\r\n${line}\r\nThe pump hums.`;
    expect(await outcome(raw({ from: mette.email, to: address, body }), address)).toBe("taken");
    expect(await touchesOf(world)).toMatchObject([{ isTwoWay: true, note: null }]);
  },
);

test("a sender who is no member, or may only read, is refused alike, counted, and nothing is kept of them", async () => {
  const world = await makeWorld();
  const mette = await addColleague(world);
  const viewer = await addColleague(world, "viewer");
  await addAccount(world, "Grenaa Havn", [{ email: "anne@grenaa.example" }]);
  const address = await addressOf(mette);
  const to = "anne@grenaa.example, other@else.example";
  const stranger = await outcome(raw({ from: "spam@else.example", to }), address);
  expect(stranger).toBe("unknown");
  expect(await outcome(raw({ from: viewer.email, to }), address)).toBe("unknown");
  expect(await touchesOf(world)).toEqual([]);
  const { refused } = await getMailLog({ ctx: world.ctx("admin") });
  expect(refused).toEqual({ sender: 1, role: 1, replaced: 0 });
  expect((await getMailLog({ ctx: mette.ctx })).refused).toBeNull();
  const kept = await withWorkspace(world.system(), (tx) =>
    tx.loggedMail.count({ where: { workspaceId: world.workspaceId } }),
  );
  expect(kept).toBe(0);
});

test("a wrong signature is refused before the mail is read", async () => {
  const world = await makeWorld();
  const mette = await addColleague(world);
  await addAccount(world, "Grenaa Havn", [{ email: "anne@grenaa.example" }]);
  const mail = raw({ from: mette.email, to: "anne@grenaa.example" });
  const wrong = await deliver(mail, await addressOf(mette), `${SECRET}x`);
  expect(wrong.status).toBe(401);
  expect(await touchesOf(world)).toEqual([]);
});

test("an address logs in its own workspace only, and nobody makes one up", async () => {
  const [ours, theirs] = [await makeWorld(), await makeWorld()];
  const mette = await addColleague(ours);
  const rival = await addColleague(theirs);
  await addAccount(ours, "Grenaa Havn", [{ email: "anne@grenaa.example" }]);
  await addAccount(theirs, "Grenaa Havn", [{ email: "anne@grenaa.example" }]);
  const mail = raw({ from: mette.email, to: "anne@grenaa.example" });
  const address = await addressOf(rival);
  expect(await outcome(mail, address)).toBe("unknown");
  expect(await touchesOf(theirs)).toEqual([]);
  const own = await addressOf(mette);
  const guessed = `log-${own[4] === "a" ? "b" : "a"}${own.slice(5)}`;
  expect(await outcome(mail, guessed)).toBe("unknown");
  expect(await touchesOf(ours)).toEqual([]);
  expect(await outcome(mail, own)).toBe("taken");
});

test("a replaced address ends at once; only an admin replaces it", async () => {
  const world = await makeWorld();
  const mette = await addColleague(world);
  await addAccount(world, "Grenaa Havn", [{ email: "anne@grenaa.example" }]);
  const before = await addressOf(mette);
  await expect(replaceLogAddress({ ctx: mette.ctx })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await replaceLogAddress({ ctx: world.ctx("admin") });
  expect(await auditVerbs(world)).toContain("replaceLogAddress");
  const mail = raw({ from: mette.email, to: "anne@grenaa.example" });
  expect(await outcome(mail, before)).toBe("unknown");
  const after = await addressOf(mette);
  expect(after).not.toBe(before);
  expect(await outcome(mail, after)).toBe("taken");
  expect((await getMailLog({ ctx: world.ctx("admin") })).refused?.replaced).toBe(1);
});

test("a mail is of the day it says it was sent, unless its clock cannot be believed", async () => {
  const world = await makeWorld();
  const mette = await addColleague(world);
  await addAccount(world, "Grenaa Havn", [{ email: "anne@grenaa.example" }]);
  const address = await addressOf(mette);
  const yesterday = addDays(TODAY, -1);
  const dates = [`${yesterday}T11:00:00Z`, "1970-01-01T00:00:00Z", "2099-01-01T00:00:00Z"];
  for (const date of dates) {
    const sent = { from: mette.email, to: "anne@grenaa.example" };
    await outcome(raw({ ...sent, date: new Date(date).toUTCString() }), address);
  }
  expect((await touchesOf(world)).map((touch) => touch.happenedOn)).toEqual([
    yesterday,
    TODAY,
    TODAY,
  ]);
});

test("the address of an erased person is in no list, neither the old ones nor those to come", async () => {
  const world = await makeWorld();
  const mette = await addColleague(world);
  const address = await addressOf(mette);
  const mail = { from: mette.email, to: "anne@grenaa.example" };
  await outcome(raw(mail), address);
  expect((await getMailLog({ ctx: mette.ctx })).mails[0]?.unknown).toEqual(["anne@grenaa.example"]);
  const added = await addAccount(world, "Grenaa Havn", [{ email: "anne@grenaa.example" }]);
  expect((await getMailLog({ ctx: mette.ctx })).mails[0]?.unknown).toEqual([]);
  await eraseContact({ ctx: world.ctx(), input: { contactId: added.contactIds[0] } });
  await outcome(raw(mail), address);
  const lists = await withWorkspace(world.system(), (tx) =>
    tx.loggedMail.findMany({
      where: { workspaceId: world.workspaceId },
      select: { unknownAddresses: true },
    }),
  );
  expect(lists).toEqual([{ unknownAddresses: [] }, { unknownAddresses: [] }]);
});

test("unknown addresses go when addresses of mails go", async () => {
  const world = await makeWorld();
  const mette = await addColleague(world);
  await outcome(raw({ from: mette.email, to: "x@else.example" }), await addressOf(mette));
  const later = new Date(Date.now() + 100 * 86_400_000);
  await applyRetention({ ctx: world.system(later) });
  expect((await getMailLog({ ctx: mette.ctx })).mails).toMatchObject([{ unknown: [] }]);
});

test("nobody but the intake of mails logs by it, and what is no mail is refused", async () => {
  const world = await makeWorld();
  const call = logMailedTouches({ ctx: world.ctx("admin"), input: {} });
  await expect(call).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(logMailedTouches({ ctx: world.system(), input: {} })).rejects.toThrow();
});

test("the address is shown where mail is taken in, to whoever may log", async () => {
  const world = await makeWorld();
  const viewer = await addColleague(world, "viewer");
  expect(await getMailLog({ ctx: viewer.ctx })).toMatchObject({ address: null, takesMail: true });
  const mette = await addColleague(world);
  const shown = await addressOf(mette);
  expect(shown).toMatch(/^log-[a-z2-7]{48}@in\.holdfast\.example$/);
  readEnv().MAIL_BOUNCE_DOMAIN = undefined;
  expect(await getMailLog({ ctx: mette.ctx })).toMatchObject({ address: null, takesMail: false });
  readEnv().MAIL_BOUNCE_DOMAIN = "in.holdfast.example";
});
