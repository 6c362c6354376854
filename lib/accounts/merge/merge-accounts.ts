import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { actingColleague } from "../acting-colleague";
import { moveParts } from "./merge-parts";
import { loadSide, lockSides, refuseImpossible, refuseMergedAlready } from "./merge-sides";

// Accounts with a hundred thousand orders are rare, and none is left half moved.
const TIMEOUT_MS = 60_000;

const mergeAccountsSchema = z.object({
  keptId: z.uuid({ error: "Choose the account." }),
  mergedId: z.uuid({ error: "Choose another account." }),
});

/**
 * Two accounts that are one: people, contracts, orders, answers and all else go to the account that is
 * kept. The other keeps its row and its ids, which from then on name the kept one. Can be undone.
 */
export async function mergeAccounts({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; accountId: string }> {
  requirePermission(ctx, "account:merge");
  const { keptId, mergedId } = mergeAccountsSchema.parse(input);
  return withWorkspace(
    ctx,
    async (tx) => {
      const workspaceId = ctx.workspace.id;
      await lockSides(tx, workspaceId, [keptId, mergedId]);
      await refuseMergedAlready(tx, workspaceId, { keptId, mergedId });
      const kept = await loadSide(tx, workspaceId, keptId);
      const merged = await loadSide(tx, workspaceId, mergedId);
      await refuseImpossible(tx, workspaceId, kept, merged);
      const id = newId();
      await tx.accountMerge.create({
        data: {
          ...{ workspaceId, id, keptId, mergedId },
          mergedById: actingColleague(ctx),
          mergedAt: ctx.now,
        },
        select: { id: true },
      });
      const sides = { workspaceId, fromId: mergedId, toId: keptId };
      const accounts = await moveParts(tx, id, sides);
      await tx.account.update({
        where: { workspaceId_id: { workspaceId, id: mergedId } },
        data: { mergedIntoId: keptId },
        select: { id: true },
      });
      await writeAudit(tx, ctx, {
        verb: "mergeAccounts",
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
