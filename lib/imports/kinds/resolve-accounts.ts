import type { WriteCall } from "../rows/row-statements";
import { planRow } from "../rows/trial-rows";

/** An id or a name that several accounts have names none of them. */
export type AccountRef = string | "ambiguous";

type Found = { id: string; external_id: string };

/** What was merged names what it was merged into: both are one. */
function only(known: AccountRef | undefined, id: string): AccountRef {
  return known === undefined || known === id ? id : "ambiguous";
}

/** Accounts by their name: many lists of answers and deals know no other one. */
async function addByName(
  call: WriteCall,
  missing: readonly string[],
  refs: Map<string, AccountRef>,
) {
  const names = [...new Set(missing.map((name) => name.toLowerCase()))];
  const rows = await call.tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT coalesce(merged_into_id, id) AS id, name FROM account
    WHERE workspace_id = ${call.ctx.workspace.id}::uuid
      AND lower(name COLLATE "und-x-icu") = ANY(${names}::text[])`;
  const byName = new Map<string, AccountRef>();
  for (const row of rows) {
    const name = row.name.toLowerCase();
    byName.set(name, only(byName.get(name), row.id));
  }
  for (const given of missing) {
    const ref = byName.get(given.toLowerCase());
    if (ref !== undefined) refs.set(given, ref);
  }
}

/**
 * Accounts by the id the file gives them: those of the same source first, else of any source where
 * only one account has that id, else by their whole name. In a trial also those that rows of the file
 * would make.
 */
export async function resolveAccounts(
  call: WriteCall,
  externalIds: Iterable<string>,
  { isOwnSource = false } = {},
): Promise<Map<string, AccountRef>> {
  const { tx, source, trial } = call;
  const workspaceId = call.ctx.workspace.id;
  const wanted = [...new Set(externalIds)];
  const refs = new Map<string, AccountRef>();
  if (wanted.length === 0) return refs;
  const own = await tx.$queryRaw<Found[]>`
    SELECT coalesce(merged_into_id, id) AS id, external_id FROM account
    WHERE workspace_id = ${workspaceId}::uuid AND source = ${source}
      AND external_id = ANY(${wanted}::text[])`;
  for (const row of own) refs.set(row.external_id, row.id);
  for (const id of wanted) {
    if (trial && !refs.has(id) && trial.hasRow(id)) refs.set(id, planRow(trial, "account", id).id);
  }
  const missing = wanted.filter((id) => !refs.has(id));
  if (missing.length === 0 || isOwnSource) return refs;
  const others = await tx.$queryRaw<Found[]>`
    SELECT coalesce(merged_into_id, id) AS id, external_id FROM account
    WHERE workspace_id = ${workspaceId}::uuid AND source <> ${source}
      AND external_id = ANY(${missing}::text[])`;
  for (const row of others) {
    refs.set(row.external_id, only(refs.get(row.external_id), row.id));
  }
  const unknown = missing.filter((id) => !refs.has(id));
  if (unknown.length > 0) await addByName(call, unknown, refs);
  return refs;
}
