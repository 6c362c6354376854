import type { Tx } from "@/lib/db/with-workspace";

/** An id that several sources use for different accounts names none of them. */
export type AccountRef = string | "ambiguous";

type Found = { id: string; external_id: string; source: string };

/**
 * Accounts by the id the file gives them: those of the same source first, else of any source where
 * only one account has that id.
 */
export async function resolveAccounts(
  tx: Tx,
  workspaceId: string,
  source: string,
  externalIds: Iterable<string>,
): Promise<Map<string, AccountRef>> {
  const wanted = [...new Set(externalIds)];
  const refs = new Map<string, AccountRef>();
  if (wanted.length === 0) return refs;
  const own = await tx.$queryRaw<Found[]>`
    SELECT id, external_id, source FROM account
    WHERE workspace_id = ${workspaceId}::uuid AND source = ${source}
      AND external_id = ANY(${wanted}::text[])`;
  for (const row of own) refs.set(row.external_id, row.id);
  const missing = wanted.filter((id) => !refs.has(id));
  if (missing.length === 0) return refs;
  const others = await tx.$queryRaw<Found[]>`
    SELECT id, external_id, source FROM account
    WHERE workspace_id = ${workspaceId}::uuid AND source <> ${source}
      AND external_id = ANY(${missing}::text[])`;
  for (const row of others) {
    refs.set(row.external_id, refs.has(row.external_id) ? "ambiguous" : row.id);
  }
  return refs;
}
