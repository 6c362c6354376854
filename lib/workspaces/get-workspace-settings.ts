import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { hasMoney } from "./has-money";

export type WorkspaceSettings = {
  name: string;
  slug: string;
  currency: string;
  timeZone: string;
  locale: string;
  country: string | null;
  figuresAsOf: string | null;
  isCurrencyLocked: boolean;
  canChange: boolean;
};

export async function getWorkspaceSettings({ ctx }: { ctx: Ctx }): Promise<WorkspaceSettings> {
  requirePermission(ctx, "member:read");
  const { id, isDemo: _, ...workspace } = ctx.workspace;
  const isCurrencyLocked = await withWorkspace(ctx, (tx) => hasMoney(tx, id));
  return { ...workspace, isCurrencyLocked, canChange: can(ctx.actor, "setting:write") };
}
