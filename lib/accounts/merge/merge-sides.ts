import type { Tx } from "@/lib/db/with-workspace";
import { AppError, invalidField, notFound } from "@/lib/errors";

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

/** @throws AppError INVALID_INPUT where the two cannot be one */
export function refuseImpossible(kept: MergeSide, merged: MergeSide): void {
  if (kept.id === merged.id) throw invalidField("mergedId", "Choose another account.");
  if (kept.parentId === merged.id || merged.parentId === kept.id)
    throw invalidField(
      "mergedId",
      "One of the two is a site of the other. Take it out from under its parent first.",
    );
}

/** Two people who merge at once wait for one another. */
export async function lockSides(tx: Tx, workspaceId: string, ids: readonly string[]) {
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
