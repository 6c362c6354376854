import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { lockState, markAllChanged } from "./facts-state";
import { refreshWorkspace } from "./refresh-workspace";

/** Computes the facts of every account again, from the rows alone. */
export async function rebuildFacts({ ctx }: { ctx: Ctx }): Promise<{ epoch: number }> {
  requirePermission(ctx, "figures:read");
  await withWorkspace(ctx, async (tx) => {
    await lockState(tx, ctx);
    await markAllChanged(tx, ctx);
  });
  const { epoch } = await refreshWorkspace(ctx);
  return { epoch };
}
