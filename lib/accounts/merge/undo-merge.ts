import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { moveBack } from "./merge-parts";
import { lockSides, refuseUndone } from "./merge-sides";

const TIMEOUT_MS = 60_000;

const undoMergeSchema = z.object({ mergeId: z.uuid({ error: "Choose the merge from the list." }) });

/** Everything that moved goes back to where it was; what came since stays with the account that was kept. */
export async function undoMerge({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; accountId: string }> {
  requirePermission(ctx, "account:merge");
  const { mergeId: id } = undoMergeSchema.parse(input);
  return withWorkspace(
    ctx,
    async (tx) => {
      const workspaceId = ctx.workspace.id;
      const merge = await tx.accountMerge.findFirst({ where: { workspaceId, id } });
      if (!merge) throw notFound("merge");
      const { keptId, mergedId } = merge;
      await lockSides(tx, workspaceId, [keptId, mergedId]);
      // Read again: whoever undid it meanwhile has ended.
      const { undoneAt } = await tx.accountMerge.findFirstOrThrow({ where: { workspaceId, id } });
      const kept = await tx.account.findFirst({
        where: { workspaceId, id: keptId },
        select: { mergedIntoId: true },
      });
      refuseUndone(undoneAt, kept?.mergedIntoId ?? null);
      await tx.account.update({
        where: { workspaceId_id: { workspaceId, id: mergedId } },
        data: { mergedIntoId: null },
        select: { id: true },
      });
      const sides = { workspaceId, fromId: keptId, toId: mergedId };
      const accounts = await moveBack(tx, id, sides);
      await tx.accountMerge.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { undoneAt: ctx.now },
        select: { id: true },
      });
      await writeAudit(tx, ctx, {
        verb: "undoMerge",
        subjectType: "account",
        subjectId: keptId,
        fields: ["mergedIntoId", mergedId],
      });
      await markFactsChanged(tx, workspaceId, [keptId, mergedId, ...accounts], ctx.now);
      return { id, accountId: keptId };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}
