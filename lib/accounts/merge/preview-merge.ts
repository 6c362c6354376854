import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { countParts, type MergePart } from "./merge-parts";
import { loadSide, type MergeSide, refuseImpossible } from "./merge-sides";

const MOST_FOUND = 20;
const TIMEOUT_MS = 10_000;

const previewMergeSchema = z.object({
  keptId: z.uuid({ error: "Choose the account." }),
  mergedId: z.uuid({ error: "Choose another account." }).optional(),
  search: z.string().trim().max(200).optional(),
});

export type MergePreviewDto = {
  kept: MergeSide;
  /** The other account with what of it would move; null while none is chosen. */
  merged: (MergeSide & { parts: { part: MergePart; count: number }[] }) | null;
  /** Accounts of the same name, or those that were searched for. */
  candidates: Pick<MergeSide, "id" | "name" | "externalId" | "source">[];
};

/**
 * Accounts whose name or id holds what was typed; without it those of the very same name. ICU folds the
 * case of all letters, a database's own order may know only those of English.
 */
function findCandidates(tx: Tx, workspaceId: string, kept: MergeSide, search: string) {
  const isSame = search === "";
  const text = (isSame ? kept.name : search).toLowerCase();
  return tx.$queryRaw<MergePreviewDto["candidates"]>`
    SELECT id, name, external_id AS "externalId", source FROM account
    WHERE workspace_id = ${workspaceId}::uuid AND id <> ${kept.id}::uuid
      AND archived_at IS NULL AND merged_into_id IS NULL
      AND CASE WHEN ${isSame} THEN lower(name COLLATE "und-x-icu") = ${text}
        ELSE position(${text} in lower(name COLLATE "und-x-icu")) > 0
          OR lower(external_id COLLATE "und-x-icu") = ${text} END
    ORDER BY name, id LIMIT ${MOST_FOUND}`;
}

/** What a merge would move, before anybody presses the button. */
export async function previewMerge({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<MergePreviewDto> {
  requirePermission(ctx, "account:merge");
  const { keptId, mergedId, search = "" } = previewMergeSchema.parse(input);
  return withWorkspace(
    ctx,
    async (tx) => {
      const workspaceId = ctx.workspace.id;
      const kept = await loadSide(tx, workspaceId, keptId);
      const candidates = await findCandidates(tx, workspaceId, kept, search);
      if (!mergedId) return { kept, merged: null, candidates };
      const merged = await loadSide(tx, workspaceId, mergedId);
      await refuseImpossible(tx, workspaceId, kept, merged);
      const parts = await countParts(tx, workspaceId, mergedId);
      return { kept, merged: { ...merged, parts }, candidates };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}
