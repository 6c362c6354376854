import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { loadMembers, loadOpenInvitations, type Member, type OpenInvitation } from "./load-members";

export type MembersView = {
  members: Member[];
  invitations: OpenInvitation[];
  canManage: boolean;
  /** Who asks, so that the page can say "you". */
  userId: string | null;
};

export async function getMembers({ ctx }: { ctx: Ctx }): Promise<MembersView> {
  requirePermission(ctx, "member:read");
  const workspaceId = ctx.workspace.id;
  const canManage = can(ctx.actor, "member:write");
  const { compare } = new Intl.Collator(ctx.locale);
  return withWorkspace(ctx, async (tx) => ({
    members: (await loadMembers(tx, workspaceId)).sort((a, b) => compare(a.name, b.name)),
    // Who was invited is for those who invite.
    invitations: canManage ? await loadOpenInvitations(tx, workspaceId, ctx.now) : [],
    canManage,
    userId: ctx.actor.type === "user" ? ctx.actor.userId : null,
  }));
}
