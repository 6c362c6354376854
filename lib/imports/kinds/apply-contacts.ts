import { erasedExternalIds } from "@/lib/accounts/erased-external-id";
import { readEnv } from "@/lib/env";
import type { Candidate } from "../rows/compare-rows";
import type { Row } from "../rows/import-table";
import { touchedAccounts, writeRows } from "../rows/write-rows";
import { CONTACT_TABLE } from "../tables/contact-table";
import { accountProblem } from "./account-problem";
import { applyConsents } from "./apply-consents";
import type { ContactRow } from "./contact-row";
import type { ApplyCall, Outcome, RejectedRow } from "./import-kind";
import { addNote } from "./notes";
import { resolveAccounts } from "./resolve-accounts";
import { resolveEmployees } from "./resolve-employees";

type Call = ApplyCall<ContactRow>;
type Found = { accountId: string; worksWithId: string | null };

/** Ids whose person was erased: the row keeps a code of its id instead of the id. */
async function loadErased(call: Call): Promise<Set<string>> {
  const workspaceId = call.ctx.workspace.id;
  const { LINK_KEYS } = readEnv();
  const codes = new Map(
    call.rows.flatMap(({ value: { externalId } }) => [
      [externalId, externalId] as const,
      ...erasedExternalIds(LINK_KEYS, workspaceId, externalId).map(
        (code) => [code, externalId] as const,
      ),
    ]),
  );
  const rows = await call.tx.$queryRaw<{ code: string }[]>`
    SELECT external_id AS code FROM contact
    WHERE workspace_id = ${workspaceId}::uuid AND source = ${call.source}
      AND external_id = ANY(${[...codes.keys()]}::text[])
      AND (erased_at IS NOT NULL OR NOT external_id = ANY(${call.rows.map(({ value }) => value.externalId)}::text[]))`;
  return new Set(rows.map(({ code }) => codes.get(code) ?? ""));
}

/** Columns that the file does not have keep what is stored; empty cells of those it has clear it. */
function merge(call: Call, value: ContactRow, stored: Row | null, found: Found): Row {
  const keep = (has: boolean, given: Row[string], column: string) =>
    has ? given : (stored?.[column] ?? null);
  const { has } = call;
  const whole = has("fullName");
  return {
    source: call.source,
    external_id: value.externalId,
    account_id: found.accountId,
    first_name: keep(whole || has("firstName"), value.firstName, "first_name"),
    last_name: keep(whole || has("lastName"), value.lastName, "last_name"),
    email: keep(has("email"), value.email, "email"),
    title: keep(has("title"), value.title, "title"),
    role: keep(has("role"), value.role, "role"),
    language: keep(has("language"), value.language, "language"),
    works_with_id: keep(has("worksWithEmail"), found.worksWithId, "works_with_id"),
    left_on: keep(has("leftOn"), value.leftOn, "left_on"),
  };
}

async function prepare(call: Call, rejected: RejectedRow[]): Promise<Candidate[]> {
  const erased = await loadErased(call);
  const accountIds = call.rows.map(({ value }) => value.accountExternalId);
  const accounts = await resolveAccounts(call, accountIds);
  const people = call.rows.map(({ value }) => ({ email: value.worksWithEmail, name: null }));
  const colleagues = await resolveEmployees(call, people);
  return call.rows.flatMap(({ rowNumber, cells, value }) => {
    const accountId = accounts.get(value.accountExternalId);
    const message = accountProblem(accountId);
    if (message !== null || accountId === undefined) {
      rejected.push({ rowNumber, cells, field: "Account id", message: message ?? "" });
      return [];
    }
    if (erased.has(value.externalId)) {
      addNote(call.notes, "erasedLeft", rowNumber);
      return [];
    }
    const email = value.worksWithEmail;
    const worksWithId = email === null ? null : (colleagues.get(email) ?? null);
    return {
      rowNumber,
      key: { source: call.source, external_id: value.externalId },
      make: (stored) => merge(call, value, stored, { accountId, worksWithId }),
    };
  });
}

export async function applyContacts(call: Call): Promise<Outcome> {
  const rejected: RejectedRow[] = [];
  const candidates = await prepare(call, rejected);
  const changeable = "erased_at IS NULL";
  const written = await writeRows(call, CONTACT_TABLE, candidates, { changeable });
  if (!call.trial) await applyConsents(call, (externalId) => written.ids.get(externalId));
  return {
    created: written.created.length,
    changed: written.changed.length,
    rejected,
    touchedAccountIds: touchedAccounts(CONTACT_TABLE, written),
  };
}
