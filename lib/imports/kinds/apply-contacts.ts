import { erasedExternalIds } from "@/lib/accounts/erased-external-id";
import { newId } from "@/lib/db/new-id";
import { readEnv } from "@/lib/env";
import { applyConsents } from "./apply-consents";
import type { ContactRow } from "./contact-row";
import type { ApplyCall, Outcome, RejectedRow } from "./import-kind";
import { addNote } from "./notes";
import { type AccountRef, resolveAccounts } from "./resolve-accounts";
import { resolveEmployees } from "./resolve-employees";

type Written = {
  external_id: string;
  id: string;
  account_id: string;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  title: string | null;
  role: string | null;
  language: string | null;
  works_with_id: string | null;
  left_on: string | null;
};
type Stored = Written & { is_erased: boolean };

function loadStored(call: ApplyCall<ContactRow>): Promise<Stored[]> {
  const ids = call.rows.map((row) => row.value.externalId);
  return call.tx.$queryRaw<Stored[]>`
    SELECT external_id, id, account_id, first_name, last_name, email, title, role, language,
      works_with_id, left_on::text, erased_at IS NOT NULL AS is_erased
    FROM contact
    WHERE workspace_id = ${call.ctx.workspace.id}::uuid AND source = ${call.source}
      AND external_id = ANY(${ids}::text[])
    ORDER BY id FOR UPDATE`;
}

/** Ids whose person was erased: the row keeps a code of its id instead of the id. */
async function loadErased(call: ApplyCall<ContactRow>): Promise<Set<string>> {
  const workspaceId = call.ctx.workspace.id;
  const { LINK_KEYS } = readEnv();
  const ids = new Map(
    call.rows.flatMap(({ value: { externalId } }) =>
      erasedExternalIds(LINK_KEYS, workspaceId, externalId).map((code) => [code, externalId]),
    ),
  );
  const rows = await call.tx.$queryRaw<{ code: string }[]>`
    SELECT external_id AS code FROM contact
    WHERE workspace_id = ${workspaceId}::uuid AND source = ${call.source}
      AND external_id = ANY(${[...ids.keys()]}::text[])`;
  return new Set(rows.map(({ code }) => ids.get(code) ?? ""));
}

function merge(
  call: ApplyCall<ContactRow>,
  value: ContactRow,
  stored: Stored | undefined,
  found: { accountId: string; worksWithId: string | null },
): Written {
  const { has } = call;
  const whole = has("fullName");
  return {
    external_id: value.externalId,
    id: stored?.id ?? newId(),
    account_id: found.accountId,
    first_name: whole || has("firstName") ? value.firstName : (stored?.first_name ?? null),
    last_name: whole || has("lastName") ? value.lastName : (stored?.last_name ?? null),
    email: has("email") ? value.email : (stored?.email ?? null),
    title: has("title") ? value.title : (stored?.title ?? null),
    role: has("role") ? value.role : (stored?.role ?? null),
    language: has("language") ? value.language : (stored?.language ?? null),
    works_with_id: has("worksWithEmail") ? found.worksWithId : (stored?.works_with_id ?? null),
    left_on: has("leftOn") ? value.leftOn : (stored?.left_on ?? null),
  };
}

function upsert(call: ApplyCall<ContactRow>, rows: Written[]) {
  const { tx, ctx } = call;
  const all = <T>(pick: (row: Written) => T) => rows.map(pick);
  return tx.$queryRaw<{ id: string; account_id: string }[]>`
    INSERT INTO contact (workspace_id, id, account_id, source, external_id, first_name, last_name,
      email, title, role, language, works_with_id, left_on, import_batch_id, created_at, updated_at)
    SELECT ${ctx.workspace.id}::uuid, t.id, t.account_id, ${call.source}, t.external_id,
      t.first_name, t.last_name, t.email, t.title, t.role, t.language, t.works_with_id, t.left_on,
      ${call.batchId}::uuid, ${ctx.now}, ${ctx.now}
    FROM unnest(${all((r) => r.id)}::uuid[], ${all((r) => r.account_id)}::uuid[],
      ${all((r) => r.external_id)}::text[], ${all((r) => r.first_name)}::text[],
      ${all((r) => r.last_name)}::text[], ${all((r) => r.email)}::text[],
      ${all((r) => r.title)}::text[], ${all((r) => r.role)}::text[],
      ${all((r) => r.language)}::text[], ${all((r) => r.works_with_id)}::uuid[],
      ${all((r) => r.left_on)}::date[])
      AS t(id, account_id, external_id, first_name, last_name, email, title, role, language,
        works_with_id, left_on)
    ON CONFLICT (workspace_id, source, external_id) DO UPDATE SET
      account_id = excluded.account_id, first_name = excluded.first_name,
      last_name = excluded.last_name, email = excluded.email, title = excluded.title,
      role = excluded.role, language = excluded.language, works_with_id = excluded.works_with_id,
      left_on = excluded.left_on, updated_at = excluded.updated_at
    WHERE contact.erased_at IS NULL
      AND (contact.account_id, contact.first_name, contact.last_name, contact.email,
        contact.title, contact.role, contact.language, contact.works_with_id, contact.left_on)
      IS DISTINCT FROM (excluded.account_id, excluded.first_name, excluded.last_name,
        excluded.email, excluded.title, excluded.role, excluded.language, excluded.works_with_id,
        excluded.left_on)
    RETURNING id, account_id`;
}

export function accountProblem(ref: AccountRef | undefined): string | null {
  if (ref === undefined)
    return "Account id names no account. Import the accounts first, or correct it.";
  if (ref === "ambiguous") {
    return "Account id is used by several sources. Import with the source the account came from.";
  }
  return null;
}

export async function applyContacts(call: ApplyCall<ContactRow>): Promise<Outcome> {
  const { tx, ctx, rows } = call;
  const stored = new Map((await loadStored(call)).map((row) => [row.external_id, row]));
  const erased = await loadErased(call);
  const accountIds = rows.map(({ value }) => value.accountExternalId);
  const accounts = await resolveAccounts(tx, ctx.workspace.id, call.source, accountIds);
  const people = rows.map(({ value }) => ({ email: value.worksWithEmail, name: null }));
  const colleagues = await resolveEmployees(tx, ctx.workspace.id, people, call.notes);
  const rejected: RejectedRow[] = [];
  const written: Written[] = [];
  for (const { rowNumber, cells, value } of rows) {
    const ref = accounts.get(value.accountExternalId);
    const message = accountProblem(ref);
    if (message !== null || ref === undefined) {
      rejected.push({ rowNumber, cells, field: "Account id", message: message ?? "" });
      continue;
    }
    const before = stored.get(value.externalId);
    if (before?.is_erased || erased.has(value.externalId)) {
      addNote(call.notes, "erasedLeft", rowNumber);
      continue;
    }
    const email = value.worksWithEmail;
    const worksWithId = email === null ? null : (colleagues.get(email) ?? null);
    written.push(merge(call, value, before, { accountId: ref, worksWithId }));
  }
  const returned = written.length > 0 ? await upsert(call, written) : [];
  const ids = new Map(written.map((row) => [row.external_id, row.id]));
  await applyConsents(call, (externalId) => ids.get(externalId));
  const known = new Map([...stored.values()].map((row) => [row.id, row]));
  const touched = returned.flatMap((row) =>
    [row.account_id, known.get(row.id)?.account_id ?? []].flat(),
  );
  const changed = returned.filter((row) => known.has(row.id)).length;
  return { created: returned.length - changed, changed, rejected, touchedAccountIds: touched };
}
