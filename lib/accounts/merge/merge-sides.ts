import type { Tx } from "@/lib/db/with-workspace";
import { AppError, invalidField, notFound } from "@/lib/errors";
import { waitForWriters } from "./merge-lock";

export type MergeSide = {
  id: string;
  name: string;
  externalId: string | null;
  source: string;
  currency: string;
  parentId: string | null;
  ownerName: string | null;
};

/** An account that stands for itself. @throws AppError NOT_FOUND */
export async function loadSide(tx: Tx, workspaceId: string, id: string): Promise<MergeSide> {
  const row = await tx.account.findFirst({
    where: { workspaceId, id, archivedAt: null, mergedIntoId: null },
    select: {
      ...{ id: true, name: true, externalId: true, source: true, currency: true, parentId: true },
      owner: { select: { name: true } },
    },
  });
  if (!row) throw notFound("account");
  const { owner, ...side } = row;
  return { ...side, ownerName: owner?.name ?? null };
}

/** @throws AppError CONFLICT where the one went into the other already */
export async function refuseMergedAlready(
  tx: Tx,
  workspaceId: string,
  { keptId, mergedId }: { keptId: string; mergedId: string },
): Promise<void> {
  const row = await tx.account.findFirst({
    where: { workspaceId, id: mergedId, mergedIntoId: keptId },
    select: { id: true },
  });
  if (row) throw new AppError("CONFLICT", "These two are merged already.");
}

/** Whether an account stands below another one, at any depth. */
async function isBelow(tx: Tx, workspaceId: string, id: string, above: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<unknown[]>`
    WITH RECURSIVE up AS (
      SELECT id, parent_id FROM account WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid
      UNION
      SELECT a.id, a.parent_id FROM account a JOIN up ON a.id = up.parent_id
      WHERE a.workspace_id = ${workspaceId}::uuid
    )
    SELECT 1 FROM up WHERE parent_id = ${above}::uuid LIMIT 1`;
  return row !== undefined;
}

/** @throws AppError INVALID_INPUT where the two cannot be one */
export async function refuseImpossible(
  tx: Tx,
  workspaceId: string,
  kept: MergeSide,
  merged: MergeSide,
): Promise<void> {
  if (kept.id === merged.id) throw invalidField("mergedId", "Choose another account.");
  // What is below the merged one would be above itself.
  if (merged.parentId === kept.id || (await isBelow(tx, workspaceId, kept.id, merged.id)))
    throw invalidField(
      "mergedId",
      "One of the two is a site of the other. Take it out from under its parent first.",
    );
}

/** Two people who merge at once wait for one another, and for imports that write onto the accounts. */
export async function lockSides(tx: Tx, workspaceId: string, ids: readonly string[]) {
  await waitForWriters(tx, workspaceId);
  await tx.$queryRaw`
    SELECT id FROM account WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${ids}::uuid[])
    ORDER BY id FOR UPDATE`;
}

/** @throws AppError CONFLICT */
export function refuseUndone(undoneAt: Date | null, keptMergedIntoId: string | null): void {
  if (undoneAt !== null) throw new AppError("CONFLICT", "This merge is undone already.");
  if (keptMergedIntoId !== null)
    throw new AppError("CONFLICT", "The account was merged on since. Undo the later merge first.");
}
