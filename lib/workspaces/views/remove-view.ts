import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";

const removeViewSchema = z.object({ viewId: z.uuid({ error: "Choose a view." }) });

/** Takes an own view away; one that everybody sees, an admin too. */
export async function removeView({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<void> {
  requirePermission(ctx, "figures:read");
  const { viewId } = removeViewSchema.parse(input);
  const { actor } = ctx;
  if (actor.type !== "user") throw new AppError("FORBIDDEN", "Only a person has views.");
  await withWorkspace(ctx, async (tx) => {
    const mine = { userId: actor.userId };
    const mayRemove = can(actor, "setting:write") ? { OR: [mine, { isShared: true }] } : mine;
    const { count } = await tx.savedView.deleteMany({
      where: { workspaceId: ctx.workspace.id, id: viewId, ...mayRemove },
    });
    if (count === 0) throw notFound("view");
    await writeAudit(tx, ctx, { verb: "removeView", subjectType: "saved_view", subjectId: viewId });
  });
}
