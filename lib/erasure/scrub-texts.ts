import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/with-workspace";
import {
  closeExpression,
  type ErasedPerson,
  personExpression,
  roughPatterns,
} from "./person-words";

/** What stands where a person was named. */
export const ERASED_WORD = "[erased]";

/** Columns of free words that are gone through for a person; a test compares them with the catalog. */
export const FREE_TEXTS = [
  "answer_handling.note",
  "answer_handling.what_changed",
  "case_file.closed_note",
  "case_file.note",
  "churn_event.reason",
  "complaint.body",
  "complaint.closed_note",
  "complaint.subject",
  "consent.source",
  "consent.wording",
  "invitation.veto_reason",
  "manager_call.line",
  "promise.body",
  "response_event.comment",
  "setting_version.reason",
  "touch.next_step",
  "touch.note",
  "touchpoint_audit.note",
] as const;

/** Values somebody else's system or file gave us, kept as they came. */
export const FREE_VALUES = [
  "account.attributes",
  "import_batch.headers",
  "import_batch.mapping",
  "import_batch.trial",
] as const;

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Row<Value> = { id: string; value: Value };

/** Names of our own tables and columns, from the closed lists above. */
function identifiers(column: string): { table: Prisma.Sql; name: Prisma.Sql } {
  const [table, name] = column.split(".");
  return { table: Prisma.raw(`"${table}"`), name: Prisma.raw(`"${name}"`) };
}

function findRows<Value>(
  tx: Tx,
  workspaceId: string,
  column: string,
  person: ErasedPerson,
): Promise<Row<Value>[]> {
  const { table, name } = identifiers(column);
  const { email, names } = roughPatterns(person);
  return tx.$queryRaw<Row<Value>[]>(Prisma.sql`
    SELECT id, ${name} AS value FROM ${table}
    WHERE workspace_id = ${workspaceId}::uuid AND (${name}::text COLLATE "und-x-icu" ILIKE ${email}
      OR (${name}::text COLLATE "und-x-icu" ILIKE ${names[0]} AND ${name}::text COLLATE "und-x-icu" ILIKE ${names[1]}))`);
}

/** Keys and texts one by one: a name may stand across two of them, and the form must stay. */
function scrubbed(value: Json, names: RegExp): Json {
  if (typeof value === "string") return value.replace(names, ERASED_WORD);
  if (Array.isArray(value)) return value.map((item) => scrubbed(item, names));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replace(names, ERASED_WORD),
      scrubbed(item, names),
    ]),
  );
}

async function scrubText(tx: Tx, workspaceId: string, column: string, person: ErasedPerson) {
  const { table, name } = identifiers(column);
  const words = personExpression(person);
  if (words === null) return 0;
  let count = 0;
  for (const { id, value } of await findRows<string>(tx, workspaceId, column, person)) {
    const clean = value.replace(words, ERASED_WORD);
    if (clean === value) continue;
    count += await tx.$executeRaw(Prisma.sql`
      UPDATE ${table} SET ${name} = ${clean}
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`);
  }
  return count;
}

async function scrubValue(tx: Tx, workspaceId: string, column: string, person: ErasedPerson) {
  const { table, name } = identifiers(column);
  const words = closeExpression(person);
  if (words === null) return 0;
  let count = 0;
  for (const { id, value } of await findRows<Json>(tx, workspaceId, column, person)) {
    const clean = JSON.stringify(scrubbed(value, words));
    count += await tx.$executeRaw(Prisma.sql`
      UPDATE ${table} SET ${name} = ${clean}::jsonb
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`);
  }
  return count;
}

/** @returns the columns in which the person was named. */
export async function scrubTexts(
  tx: Tx,
  workspaceId: string,
  person: ErasedPerson,
): Promise<string[]> {
  const found: string[] = [];
  for (const column of FREE_TEXTS) {
    if ((await scrubText(tx, workspaceId, column, person)) > 0) found.push(column);
  }
  for (const column of FREE_VALUES) {
    if ((await scrubValue(tx, workspaceId, column, person)) > 0) found.push(column);
  }
  return found;
}
