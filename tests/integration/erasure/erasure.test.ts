import { afterEach, beforeEach, expect, test } from "vitest";
import { setPreference } from "@/lib/consent/set-preference";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { eraseContact } from "@/lib/erasure/erase-contact";
import { runDueErasure } from "@/lib/erasure/run-due-erasure";
import { FREE_TEXTS, FREE_VALUES } from "@/lib/erasure/scrub-texts";
import { erasureWork } from "@/lib/jobs/erasure-work";
import { mailWork } from "@/lib/jobs/mail-work";
import { previewWave } from "@/lib/surveys/waves/preview-wave";
import { useTestDatabase } from "../../support/database";
import { counts, importText } from "../imports/import-world";
import { openMailTrap, type Trap } from "../surveys/mail-trap";
import { auditVerbs, makeWorld, type World } from "../surveys/survey-world";
import { WITHOUT_PEOPLE } from "./columns-without-people";
import {
  addPerson,
  COMMENT,
  EMAIL,
  EXTERNAL_ID,
  NAME,
  PEOPLE_FILE,
  type Person,
} from "./person-world";

const database = useTestDatabase();
const DAY_MS = 86_400_000;

let trap: Trap;
beforeEach(async () => {
  trap = await openMailTrap();
  readEnv().SMTP_URL = trap.url;
});
afterEach(() => trap.close());

type Planted = { world: World; person: Person & { colleagueId: string } };

async function plant(): Promise<Planted> {
  const world = await makeWorld({ isDemo: true });
  const person = await addPerson(world);
  const imported = await importText(world.ctx(), "contacts", PEOPLE_FILE, { source: "csv" });
  expect(counts(imported)).toEqual([1, 0, 1, 1]);
  return { world, person };
}

async function tenantTables(): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE column_name = 'workspace_id' AND table_schema = current_schema() ORDER BY 1`,
  );
  return rows.map((row) => row.name);
}

/** Tables with a row that has one of these words, each row as text, bytes as the text they hold. */
async function placesOf(world: World, ...needles: string[]): Promise<string[]> {
  const parts = (await tenantTables()).map((table) => {
    const bytes = table === "import_chunk" ? " || convert_from(bytes, 'UTF8')" : "";
    return `SELECT '${table}' AS name FROM "${table}" AS t WHERE workspace_id = $1
      AND lower(t::text${bytes}) LIKE ANY($2::text[])`;
  });
  const query = database.queryIn(world.workspaceId);
  const patterns = needles.map((needle) => `%${needle.toLowerCase()}%`);
  const rows = await query<{ name: string }>(`${parts.join(" UNION ")} ORDER BY 1`, [
    world.workspaceId,
    patterns,
  ]);
  return rows.map((row) => row.name);
}

// Capital Ø is no letter to every database; the rest of the name tells as well.
const NEEDLES = [NAME.first, NAME.last.slice(0, -1), EMAIL, COMMENT, EXTERNAL_ID];

async function erase(world: World, contactId: string): Promise<void> {
  await eraseContact({ ctx: world.ctx(), input: { contactId } });
  await mailWork().run(world.system());
}

test("before it, the person stands in every table one can leave a trace in", async () => {
  const { world } = await plant();
  expect(await placesOf(world, ...NEEDLES)).toEqual([
    "account",
    "answer_handling",
    "case_file",
    "churn_event",
    "complaint",
    "consent",
    "contact",
    "import_chunk",
    "import_rejection",
    "invitation",
    "promise",
    "response_event",
    "touch",
  ]);
});

test("afterwards no table of the workspace holds the name, the address, the words or the id", async () => {
  const { world, person } = await plant();
  await erase(world, person.contactId);
  expect(await placesOf(world, ...NEEDLES)).toEqual([]);
});

test("the score stays and still belongs to one person nobody can name", async () => {
  const { world, person } = await plant();
  await erase(world, person.contactId);
  const rows = await withWorkspace(world.system(), (tx) =>
    tx.responseEvent.findMany({
      where: { workspaceId: world.workspaceId, contactId: person.contactId },
      orderBy: { id: "asc" },
      select: { question: true, valueNumber: true, comment: true, evidence: true, class: true },
    }),
  );
  expect(rows).toEqual([
    { question: "nps", valueNumber: 3, comment: null, evidence: {}, class: "confirmed" },
    { question: "comment", valueNumber: null, comment: null, evidence: {}, class: "confirmed" },
  ]);
  const contact = await withWorkspace(world.system(), (tx) =>
    tx.contact.findFirst({ where: { id: person.contactId } }),
  );
  expect(contact).toMatchObject({
    firstName: null,
    lastName: null,
    email: null,
    title: null,
    language: null,
    role: "user",
    accountId: person.accountId,
    externalId: expect.stringMatching(/^erased:t1:[0-9a-f]{64}$/),
    erasedAt: expect.any(Date),
  });
});

test("the account's own history stays, without the person", async () => {
  const { world, person } = await plant();
  await erase(world, person.contactId);
  const { accountId } = person;
  const kept = await withWorkspace(world.system(), async (tx) => ({
    touches: await tx.touch.findMany({
      where: { accountId },
      orderBy: { id: "asc" },
      select: { kind: true, contactId: true, note: true, nextStep: true },
    }),
    complaint: await tx.complaint.findFirst({
      where: { accountId },
      select: { subject: true, body: true, contactId: true },
    }),
    promise: await tx.promise.findFirst({ where: { accountId }, select: { body: true } }),
    account: await tx.account.findFirst({
      where: { id: accountId },
      select: { name: true, attributes: true },
    }),
    colleague: await tx.contact.findFirst({
      where: { id: person.colleagueId },
      select: { firstName: true, email: true },
    }),
  }));
  expect(kept).toEqual({
    touches: [
      { kind: "call", contactId: null, note: null, nextStep: null },
      { kind: "call", contactId: null, note: "Met [erased] and others", nextStep: null },
    ],
    complaint: { subject: "[erased] waits for a part", body: null, contactId: null },
    promise: { body: "Ring [erased]" },
    account: {
      name: "Grenaa Havn",
      attributes: { contact: "[erased]", "[erased]": 1, list: ["[erased]", "[erased]", 7] },
    },
    colleague: { firstName: "Lone", email: `${person.colleagueId}@customer.example` },
  });
});

test("the address gets a last mail, and is not written to again, whoever has it", async () => {
  const { world, person } = await plant();
  await erase(world, person.contactId);
  const mails = (await trap.parsed()).filter((mail) => mail.subject?.includes("raderats"));
  expect(trap.accepted.filter(({ to }) => to === EMAIL)).toHaveLength(1);
  expect(mails[0]?.text).toContain("Dina svar finns kvar utan namn.");
  await withWorkspace(world.system(), (tx) =>
    tx.contact.updateMany({
      where: { id: person.colleagueId },
      data: { email: EMAIL.toUpperCase() },
    }),
  );
  const input = { isChosen: true, asksDespiteInterval: true };
  const { selection } = await previewWave({ ctx: world.ctx(), input });
  const colleague = selection?.people.find(({ contactId }) => contactId === person.colleagueId);
  expect(colleague?.skip).toBe("suppressed");
  expect(selection?.people.find(({ contactId }) => contactId === person.contactId)?.skip).toBe(
    "erased",
  );
});

test("the old file brings nobody back, and its refused row is gone", async () => {
  const { world, person } = await plant();
  await erase(world, person.contactId);
  const again = await importText(world.ctx(), "contacts", PEOPLE_FILE, { source: "csv" });
  expect(again.notes).toMatchObject([{ code: "erasedLeft", rows: [2] }]);
  const emails = await withWorkspace(world.system(), (tx) =>
    tx.contact.findMany({ where: { workspaceId: world.workspaceId }, select: { email: true } }),
  );
  expect(emails).not.toContainEqual({ email: EMAIL });
});

test("a wish to be erased waits its week, can be taken back, and then is done once", async () => {
  const { world, person } = await plant();
  const press = (isUndo: boolean) =>
    setPreference({
      ctx: world.respondent(person.invitationId),
      input: { preference: "erase", isUndo, source: "preferences page" },
    });
  const inDays = (days: number) => world.system(new Date(Date.now() + days * DAY_MS));
  await press(false);
  await press(true);
  expect(await runDueErasure({ ctx: inDays(8) })).toBeNull();
  await press(false);
  expect(await erasureWork.run(inDays(6.9))).toBe(false);
  const nextAt = await withWorkspace(world.system(), (tx) =>
    erasureWork.nextAt(tx, world.system()),
  );
  expect(nextAt?.getTime()).toBeGreaterThan(Date.now() + 6.9 * DAY_MS);
  expect(await placesOf(world, EMAIL)).toContain("contact");
  expect(await erasureWork.run(inDays(7.1))).toBe(true);
  expect(await erasureWork.run(inDays(7.1))).toBe(false);
  await withWorkspace(world.system(), (tx) =>
    tx.mailOutbox.updateMany({ data: { dueAt: new Date(0) } }),
  );
  await mailWork().run(world.system());
  expect(await placesOf(world, EMAIL)).toEqual([]);
  expect((await auditVerbs(world)).filter((verb) => verb === "runDueErasure")).toHaveLength(1);
  await expect(press(true)).resolves.toMatchObject({ isErased: true, erase: true });
  const open = await withWorkspace(world.system(), (tx) =>
    tx.suppression.findMany({ where: { contactId: person.contactId, liftedAt: null } }),
  );
  expect(open.map((row) => row.reason)).toContain("erasure");
});

test("who asks to be erased is told at once, at the address itself, how to take it back", async () => {
  const { world, person } = await plant();
  const ctx = world.respondent(person.invitationId);
  const input = { preference: "erase", source: "preferences page" };
  for (const isUndo of [false, true, false]) {
    await setPreference({ ctx, input: { ...input, isUndo } });
  }
  await mailWork().run(world.system());
  const told = trap.accepted.filter(({ to }) => to === EMAIL);
  expect(told).toHaveLength(1);
  const [mail] = await trap.parsed();
  expect(mail?.text).toMatch(/http:\/\/localhost:3000\/p\/[\w-]+\?choice=erase/);
});

test("a file that is being imported holds the erasure back, and is not cut in two", async () => {
  const { world, person } = await plant();
  await withWorkspace(world.system(), (tx) =>
    tx.importBatch.updateMany({
      where: { workspaceId: world.workspaceId },
      data: { state: "running" },
    }),
  );
  const input = { contactId: person.contactId };
  await expect(eraseContact({ ctx: world.ctx(), input })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  expect(await placesOf(world, EMAIL)).toContain("contact");
});

test("only an admin of the workspace erases, once, and the audit says what was touched", async () => {
  const { world, person } = await plant();
  const input = { contactId: person.contactId };
  for (const role of ["viewer", "account_manager"] as const) {
    await expect(eraseContact({ ctx: world.ctx(role), input })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  }
  const stranger = await makeWorld();
  await expect(eraseContact({ ctx: stranger.ctx(), input })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(eraseContact({ ctx: world.ctx(), input: { contactId: "x" } })).rejects.toThrow();
  await expect(runDueErasure({ ctx: world.ctx() })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await eraseContact({ ctx: world.ctx(), input })).toEqual({ accountId: person.accountId });
  await expect(eraseContact({ ctx: world.ctx(), input })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const entry = await withWorkspace(world.system(), (tx) =>
    tx.auditEntry.findFirst({ where: { workspaceId: world.workspaceId, verb: "eraseContact" } }),
  );
  expect(entry?.subjectId).toBe(person.contactId);
  expect(entry?.fields).toEqual(
    expect.arrayContaining([
      "contact",
      "response_event",
      "touch",
      "promise.body",
      "import_chunk.bytes",
    ]),
  );
});

test("every column of words is cleaned of a person, or known to hold none", async () => {
  const columns = await database.query<{ name: string }>(
    `SELECT c.table_name || '.' || c.column_name AS name FROM information_schema.columns c
     JOIN information_schema.columns w ON w.table_schema = c.table_schema
       AND w.table_name = c.table_name AND w.column_name = 'workspace_id'
     WHERE c.table_schema = current_schema()
       AND c.data_type IN ('text', 'jsonb', 'bytea', 'ARRAY', 'character varying') ORDER BY 1`,
  );
  const known: string[] = [...FREE_TEXTS, ...FREE_VALUES, ...WITHOUT_PEOPLE];
  expect(columns.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  const there = columns.map(({ name }) => name);
  expect(known.filter((name) => !there.includes(name))).toEqual([]);
});
