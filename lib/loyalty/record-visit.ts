import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { isNewVisit } from "./last-visit";

/** Somebody looks at the portfolio: from here on it tells what changed since they looked before. */
export async function recordVisit({ ctx }: { ctx: Ctx }): Promise<null> {
  requirePermission(ctx, "figures:read");
  const { actor, now, workspace } = ctx;
  if (actor.type !== "user") return null;
  const key = { workspaceId: workspace.id, userId: actor.userId };
  return withWorkspace(ctx, async (tx) => {
    const row = await tx.portfolioVisit.findUnique({
      where: { workspaceId_userId: key },
      select: { visitedAt: true, sinceAt: true },
    });
    if (row === null) {
      await tx.portfolioVisit.createMany({
        data: { ...key, visitedAt: now, sinceAt: null },
        skipDuplicates: true,
      });
      return null;
    }
    const sinceAt = isNewVisit(row, now) ? row.visitedAt : row.sinceAt;
    // Of two pages opened at once the later one sees that the visit has begun.
    await tx.portfolioVisit.updateMany({
      where: { ...key, visitedAt: row.visitedAt },
      data: { visitedAt: now, sinceAt },
    });
    return null;
  });
}
