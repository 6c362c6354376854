import type { WriteCall } from "../rows/row-statements";
import { planRow } from "../rows/trial-rows";

/** An id that several sources use for different accounts names none of them. */
export type AccountRef = string | "ambiguous";

type Found = { id: string; external_id: string };

/**
 * Accounts by the id the file gives them: those of the same source first, else of any source where
 * only one account has that id. In a trial also those that rows of the file would make.
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
    SELECT id, external_id FROM account
    WHERE workspace_id = ${workspaceId}::uuid AND source = ${source}
      AND external_id = ANY(${wanted}::text[])`;
  for (const row of own) refs.set(row.external_id, row.id);
  for (const id of wanted) {
    if (trial && !refs.has(id) && trial.hasRow(id)) refs.set(id, planRow(trial, "account", id).id);
  }
  const missing = wanted.filter((id) => !refs.has(id));
  if (missing.length === 0 || isOwnSource) return refs;
  const others = await tx.$queryRaw<Found[]>`
    SELECT id, external_id FROM account
    WHERE workspace_id = ${workspaceId}::uuid AND source <> ${source}
      AND external_id = ANY(${missing}::text[])`;
  for (const row of others) {
    refs.set(row.external_id, refs.has(row.external_id) ? "ambiguous" : row.id);
  }
  return refs;
}
