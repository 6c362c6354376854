import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";

export type OwnerDto = { id: string; name: string };

/** Colleagues who may own an account or work with a person. */
export async function listOwners({ ctx }: { ctx: Ctx }): Promise<OwnerDto[]> {
  requirePermission(ctx, "account:read");
  return withWorkspace(ctx, (tx) =>
    tx.employee.findMany({
      where: { workspaceId: ctx.workspace.id, leftOn: null },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
  );
}
