import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";

export type ViewDto = {
  id: string;
  name: string;
  address: string;
  isShared: boolean;
  canRemove: boolean;
};

/** The own views and those for everybody, by name. */
export async function listViews({ ctx }: { ctx: Ctx }): Promise<ViewDto[]> {
  requirePermission(ctx, "figures:read");
  const { actor } = ctx;
  const userId = actor.type === "user" ? actor.userId : null;
  const isAdmin = can(actor, "setting:write");
  return withWorkspace(ctx, async (tx) => {
    const rows = await tx.savedView.findMany({
      where: {
        workspaceId: ctx.workspace.id,
        OR: [...(userId === null ? [] : [{ userId }]), { isShared: true }],
      },
      select: { id: true, name: true, address: true, isShared: true, userId: true },
    });
    return rows
      .sort((a, b) => a.name.localeCompare(b.name, ctx.locale) || (a.id < b.id ? -1 : 1))
      .map(({ userId: owner, ...view }) => ({
        ...view,
        canRemove: owner === userId || (view.isShared && isAdmin),
      }));
  });
}
