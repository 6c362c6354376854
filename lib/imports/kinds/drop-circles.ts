import type { RawTx } from "@/lib/db/raw-tx";

type Link = { id: string; parentId: string | null };

async function loadAncestors(tx: RawTx, workspaceId: string, from: string[]): Promise<Link[]> {
  return tx.$queryRaw<Link[]>`
    WITH RECURSIVE up AS (
      SELECT id, parent_id FROM account
      WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${from}::uuid[])
      UNION
      SELECT a.id, a.parent_id FROM account a JOIN up ON a.id = up.parent_id
      WHERE a.workspace_id = ${workspaceId}::uuid
    )
    SELECT id, parent_id AS "parentId" FROM up`;
}

/**
 * Which of the new links would make an account its own ancestor, seen in the order given.
 * @param earlier links of a trial that are not stored; those accepted here are added to it.
 */
export async function dropCircles(
  tx: RawTx,
  workspaceId: string,
  links: Link[],
  earlier: Map<string, string | null> = new Map(),
): Promise<Set<string>> {
  const starts = links.flatMap((link) => link.parentId ?? []);
  const circular = new Set<string>();
  if (starts.length === 0) {
    for (const { id } of links) earlier.set(id, null);
    return circular;
  }
  const known = await loadAncestors(tx, workspaceId, [...new Set(starts)]);
  const parentOf = new Map([
    ...known.map(({ id, parentId }) => [id, parentId] as const),
    ...earlier,
  ]);
  for (const { id, parentId } of links) {
    const before = parentOf.get(id) ?? null;
    parentOf.set(id, parentId);
    const seen = new Set<string>();
    let above = parentId;
    while (above !== null && above !== id && !seen.has(above)) {
      seen.add(above);
      above = parentOf.get(above) ?? null;
    }
    if (above !== id) {
      earlier.set(id, parentId);
      continue;
    }
    circular.add(id);
    parentOf.set(id, before);
  }
  return circular;
}
