import { nextOrdinal } from "@/lib/accounts/next-ordinal";
import { canonicalJson } from "../rows/canonical-json";
import type { Candidate } from "../rows/compare-rows";
import type { Row } from "../rows/import-table";
import { touchedAccounts, writeRows } from "../rows/write-rows";
import { ACCOUNT_TABLE } from "../tables/account-table";
import type { AccountRow } from "./account-row";
import { dropCircles } from "./drop-circles";
import type { ApplyCall, Outcome, ParsedRow, RejectedRow } from "./import-kind";
import { addNote } from "./notes";
import { type AccountRef, resolveAccounts } from "./resolve-accounts";
import { resolveEmployees } from "./resolve-employees";

type Call = ApplyCall<AccountRow>;
type Found = { ownerId: string | null; parentId: string | null };

function attributesOf(value: AccountRow, stored: Row | null): string {
  const before = stored === null ? {} : JSON.parse(String(stored.attributes));
  const entries = Object.entries({ ...before, ...value.attributes });
  return canonicalJson(Object.fromEntries(entries.filter(([, text]) => text !== null)));
}

/** Columns that the file does not have keep what is stored; empty cells of those it has clear it. */
function merge(call: Call, value: AccountRow, stored: Row | null, found: Found): Row {
  const keep = (field: string, given: Row[string], column: string) =>
    call.has(field) ? given : (stored?.[column] ?? null);
  const ownerId = keep("ownerEmail", found.ownerId, "owner_id");
  const changesOwner = stored?.owner_id && stored.owner_id !== ownerId;
  return {
    source: call.source,
    external_id: value.externalId,
    ordinal: stored?.ordinal ?? null,
    name: value.name,
    parent_id: keep("parentExternalId", found.parentId, "parent_id"),
    decides_for_sites: keep("decidesForSites", value.decidesForSites, "decides_for_sites") ?? false,
    owner_id: ownerId,
    owner_since: changesOwner ? call.ctx.asOf : (stored?.owner_since ?? null),
    size_band: keep("sizeBand", value.sizeBand, "size_band"),
    industry: keep("industry", value.industry, "industry"),
    country: keep("country", value.country, "country"),
    region: keep("region", value.region, "region"),
    currency: stored && !call.has("currency") ? (stored.currency ?? null) : value.currency,
    customer_since: keep("customerSince", value.customerSince, "customer_since"),
    acquired_by: keep("acquiredBy", value.acquiredBy, "acquired_by") ?? "unknown",
    attributes: attributesOf(value, stored),
  };
}

function parentProblem(parent: AccountRef | null | undefined): string | null {
  if (parent === undefined) {
    return "Parent account id names no account, here or in this file. Add that account or empty the cell.";
  }
  return parent === "ambiguous"
    ? "Parent account id fits several accounts. Use the id, with the source the parent came from."
    : null;
}

type Ready = { row: ParsedRow<AccountRow>; found: Found };

function reject(rejected: RejectedRow[], row: ParsedRow<AccountRow>, message: string): void {
  const { rowNumber, cells } = row;
  rejected.push({ rowNumber, cells, field: "Parent account id", message });
}

/** Rows of accounts merged into others say nothing of those: they are passed over. */
async function withoutMerged(call: Call): Promise<Call> {
  const ids = call.rows.map(({ value }) => value.externalId);
  const merged = await call.tx.$queryRaw<{ id: string }[]>`
    SELECT external_id AS id FROM account
    WHERE workspace_id = ${call.ctx.workspace.id}::uuid AND source = ${call.source}
      AND external_id = ANY(${ids}::text[]) AND merged_into_id IS NOT NULL`;
  const passed = new Set(merged.map(({ id }) => id));
  const rows = call.rows.filter(({ rowNumber, value }) => {
    if (passed.has(value.externalId)) addNote(call.notes, "accountsMerged", rowNumber);
    return !passed.has(value.externalId);
  });
  return { ...call, rows };
}

async function prepare(call: Call, rejected: RejectedRow[]): Promise<Ready[]> {
  const people = call.rows.map(({ value }) => ({ email: value.ownerEmail, name: value.ownerName }));
  const owners = await resolveEmployees(call, people);
  const parentIds = call.rows.flatMap(({ value }) => value.parentExternalId ?? []);
  const parents = await resolveAccounts(call, parentIds);
  return call.rows.flatMap((row) => {
    const { value } = row;
    const parentId = value.parentExternalId === null ? null : parents.get(value.parentExternalId);
    const problem = parentProblem(parentId);
    if (problem !== null || parentId === undefined) {
      reject(rejected, row, problem ?? "");
      return [];
    }
    const ownerId = value.ownerEmail === null ? null : (owners.get(value.ownerEmail) ?? null);
    return { row, found: { ownerId, parentId } };
  });
}

/** By the ids under which the accounts stand, or will stand. */
async function withoutCircles(call: Call, ready: Ready[], rejected: RejectedRow[]) {
  if (!call.has("parentExternalId")) return ready;
  const own = await resolveAccounts(
    call,
    ready.map(({ row }) => row.value.externalId),
    { isOwnSource: true },
  );
  const idOf = ({ row }: Ready) => own.get(row.value.externalId) ?? `new ${row.value.externalId}`;
  // Its parent was merged into it, which the file does not know.
  const isOwnParent = (one: Ready) =>
    one.found.parentId === idOf(one) && one.row.value.parentExternalId !== one.row.value.externalId;
  for (const one of ready.filter(isOwnParent)) one.found.parentId = null;
  const links = ready.map((one) => ({ id: idOf(one), parentId: one.found.parentId }));
  const { tx, ctx, trial } = call;
  const circular = await dropCircles(tx, ctx.workspace.id, links, trial?.parentOf);
  return ready.filter((one) => {
    if (!circular.has(idOf(one))) return true;
    const message =
      "Parent account id would make the account its own ancestor. Correct the parent.";
    reject(rejected, one.row, message);
    return false;
  });
}

async function ordinals(call: Call): Promise<(fresh: readonly Row[]) => void> {
  let next = await nextOrdinal(call.tx, call.ctx.workspace.id);
  return (fresh) => {
    for (const row of fresh) {
      row.ordinal = next;
      next += 1;
    }
  };
}

export async function applyAccounts(given: Call): Promise<Outcome> {
  const call = await withoutMerged(given);
  const rejected: RejectedRow[] = [];
  const ready = await withoutCircles(call, await prepare(call, rejected), rejected);
  const candidates = ready.map(
    ({ row: { rowNumber, value }, found }): Candidate => ({
      rowNumber,
      key: { source: call.source, external_id: value.externalId },
      make: (stored) => merge(call, value, stored, found),
    }),
  );
  const written = await writeRows(call, ACCOUNT_TABLE, candidates, {
    beforeInsert: () => ordinals(call),
  });
  return {
    created: written.created.length,
    changed: written.changed.length,
    rejected,
    touchedAccountIds: touchedAccounts(ACCOUNT_TABLE, written),
  };
}
