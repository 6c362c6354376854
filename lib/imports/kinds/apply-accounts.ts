import { nextOrdinal } from "@/lib/accounts/next-ordinal";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import type { AccountRow } from "./account-row";
import { dropCircles } from "./drop-circles";
import type { ApplyCall, Outcome, ParsedRow, RejectedRow } from "./import-kind";
import { resolveAccounts } from "./resolve-accounts";
import { resolveEmployees } from "./resolve-employees";

type Stored = {
  external_id: string;
  id: string;
  parent_id: string | null;
  decides_for_sites: boolean;
  owner_id: string | null;
  owner_since: string | null;
  size_band: string | null;
  industry: string | null;
  country: string | null;
  region: string | null;
  currency: string;
  customer_since: string | null;
  acquired_by: string;
  attributes: Record<string, string>;
};

type Written = Omit<Stored, "attributes"> & { name: string; attributes: string };

function loadStored(call: ApplyCall<AccountRow>): Promise<Stored[]> {
  const ids = call.rows.map((row) => row.value.externalId);
  return call.tx.$queryRaw<Stored[]>`
    SELECT external_id, id, parent_id, decides_for_sites, owner_id, owner_since::text, size_band,
      industry, country, region, currency, customer_since::text, acquired_by, attributes
    FROM account
    WHERE workspace_id = ${call.ctx.workspace.id}::uuid AND source = ${call.source}
      AND external_id = ANY(${ids}::text[])
    ORDER BY id FOR UPDATE`;
}

/** Columns that the file does not have keep what is stored; empty cells of those it has clear it. */
function merge(
  call: ApplyCall<AccountRow>,
  value: AccountRow,
  stored: Stored | undefined,
  found: { ownerId: string | null; parentId: string | null },
): Written {
  const { has } = call;
  const ownerId = has("ownerEmail") ? found.ownerId : (stored?.owner_id ?? null);
  const changesOwner = stored?.owner_id && stored.owner_id !== ownerId;
  const attributes = Object.entries({ ...stored?.attributes, ...value.attributes });
  return {
    id: stored?.id ?? newId(),
    external_id: value.externalId,
    name: value.name,
    parent_id: has("parentExternalId") ? found.parentId : (stored?.parent_id ?? null),
    decides_for_sites:
      (has("decidesForSites") ? value.decidesForSites : stored?.decides_for_sites) ?? false,
    owner_id: ownerId,
    owner_since: changesOwner ? call.ctx.asOf : (stored?.owner_since ?? null),
    size_band: has("sizeBand") ? value.sizeBand : (stored?.size_band ?? null),
    industry: has("industry") ? value.industry : (stored?.industry ?? null),
    country: has("country") ? value.country : (stored?.country ?? null),
    region: has("region") ? value.region : (stored?.region ?? null),
    currency: has("currency") || !stored ? value.currency : stored.currency,
    customer_since: has("customerSince") ? value.customerSince : (stored?.customer_since ?? null),
    acquired_by: (has("acquiredBy") ? value.acquiredBy : stored?.acquired_by) ?? "unknown",
    attributes: JSON.stringify(Object.fromEntries(attributes.filter(([, text]) => text !== null))),
  };
}

async function upsert(call: ApplyCall<AccountRow>, rows: Written[], first: number) {
  const { tx, ctx } = call;
  const all = <T>(pick: (row: Written) => T) => rows.map(pick);
  return tx.$queryRaw<{ id: string }[]>`
    INSERT INTO account (workspace_id, id, source, external_id, ordinal, name, parent_id,
      decides_for_sites, owner_id, owner_since, size_band, industry, country, region, currency,
      customer_since, acquired_by, attributes, import_batch_id, created_at, updated_at)
    SELECT ${ctx.workspace.id}::uuid, t.id, ${call.source}, t.external_id, t.ordinal, t.name,
      t.parent_id, t.decides, t.owner_id, t.owner_since, t.size_band, t.industry, t.country,
      t.region, t.currency, t.since, t.acquired_by, t.attributes, ${call.batchId}::uuid,
      ${ctx.now}, ${ctx.now}
    FROM unnest(${all((r) => r.id)}::uuid[], ${all((r) => r.external_id)}::text[],
      ${rows.map((_, i) => first + i)}::int[], ${all((r) => r.name)}::text[],
      ${all((r) => r.parent_id)}::uuid[], ${all((r) => r.decides_for_sites)}::boolean[],
      ${all((r) => r.owner_id)}::uuid[], ${all((r) => r.owner_since)}::date[],
      ${all((r) => r.size_band)}::text[], ${all((r) => r.industry)}::text[],
      ${all((r) => r.country)}::text[], ${all((r) => r.region)}::text[],
      ${all((r) => r.currency)}::text[], ${all((r) => r.customer_since)}::date[],
      ${all((r) => r.acquired_by)}::text[], ${all((r) => r.attributes)}::jsonb[])
      AS t(id, external_id, ordinal, name, parent_id, decides, owner_id, owner_since, size_band,
        industry, country, region, currency, since, acquired_by, attributes)
    ON CONFLICT (workspace_id, source, external_id) DO UPDATE SET
      name = excluded.name, parent_id = excluded.parent_id,
      decides_for_sites = excluded.decides_for_sites, owner_id = excluded.owner_id,
      owner_since = excluded.owner_since, size_band = excluded.size_band,
      industry = excluded.industry, country = excluded.country, region = excluded.region,
      currency = excluded.currency, customer_since = excluded.customer_since,
      acquired_by = excluded.acquired_by, attributes = excluded.attributes,
      updated_at = excluded.updated_at
    WHERE (account.name, account.parent_id, account.decides_for_sites, account.owner_id,
        account.size_band, account.industry, account.country, account.region, account.currency,
        account.customer_since, account.acquired_by, account.attributes)
      IS DISTINCT FROM (excluded.name, excluded.parent_id, excluded.decides_for_sites,
        excluded.owner_id, excluded.size_band, excluded.industry, excluded.country,
        excluded.region, excluded.currency, excluded.customer_since, excluded.acquired_by,
        excluded.attributes)
    RETURNING id`;
}

type Ready = { row: ParsedRow<AccountRow>; written: Written; isNew: boolean };

async function prepare(call: ApplyCall<AccountRow>): Promise<[Ready[], RejectedRow[]]> {
  const { tx, ctx, rows } = call;
  const stored = new Map((await loadStored(call)).map((row) => [row.external_id, row]));
  const people = rows.map(({ value }) => ({ email: value.ownerEmail, name: value.ownerName }));
  const owners = await resolveEmployees(tx, ctx.workspace.id, people, call.notes);
  const parentIds = rows.flatMap(({ value }) => value.parentExternalId ?? []);
  const parents = await resolveAccounts(tx, ctx.workspace.id, call.source, parentIds);
  const ready: Ready[] = [];
  const rejected: RejectedRow[] = [];
  for (const row of rows) {
    const { value } = row;
    const parent = value.parentExternalId === null ? null : parents.get(value.parentExternalId);
    if (parent === undefined || parent === "ambiguous") {
      const message =
        parent === undefined
          ? "Parent account id names no account, here or in this file. Add that account or empty the cell."
          : "Parent account id is used by several sources. Import the parent from the same source.";
      rejected.push({
        rowNumber: row.rowNumber,
        cells: row.cells,
        field: "Parent account id",
        message,
      });
      continue;
    }
    const ownerId = value.ownerEmail === null ? null : (owners.get(value.ownerEmail) ?? null);
    const before = stored.get(value.externalId);
    const written = merge(call, value, before, { ownerId, parentId: parent });
    ready.push({ row, written, isNew: before === undefined });
  }
  return [ready, rejected];
}

async function withoutCircles(
  tx: Tx,
  workspaceId: string,
  ready: Ready[],
  rejected: RejectedRow[],
) {
  const links = ready.map(({ written }) => ({ id: written.id, parentId: written.parent_id }));
  const circular = await dropCircles(tx, workspaceId, links);
  return ready.filter(({ row, written }) => {
    if (!circular.has(written.id)) return true;
    const message =
      "Parent account id would make the account its own ancestor. Correct the parent.";
    rejected.push({
      rowNumber: row.rowNumber,
      cells: row.cells,
      field: "Parent account id",
      message,
    });
    return false;
  });
}

export async function applyAccounts(call: ApplyCall<AccountRow>): Promise<Outcome> {
  const [prepared, rejected] = await prepare(call);
  const ready = await withoutCircles(call.tx, call.ctx.workspace.id, prepared, rejected);
  if (ready.length === 0) return { created: 0, changed: 0, rejected, touchedAccountIds: [] };
  // Only new rows use up ordinals: they come first, and the others conflict before theirs counts.
  const ordered = [...ready.filter((r) => r.isNew), ...ready.filter((r) => !r.isNew)];
  const fresh = new Set(ready.filter((r) => r.isNew).map((r) => r.written.id));
  const first = await nextOrdinal(call.tx, call.ctx.workspace.id);
  const touched = (
    await upsert(
      call,
      ordered.map((r) => r.written),
      first,
    )
  ).map((row) => row.id);
  const created = touched.filter((id) => fresh.has(id)).length;
  return { created, changed: touched.length - created, rejected, touchedAccountIds: touched };
}
