import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { readerOf, withWorkspaceSql } from "@/lib/db/with-workspace-sql";
import { lockState, markAllChanged } from "./facts-state";
import { refreshWorkspace } from "./refresh-workspace";

const MARK_TIMEOUT_MS = 60_000;

/** Computes the facts of every account again, from the rows alone. */
export async function rebuildFacts({ ctx }: { ctx: Ctx }): Promise<{ epoch: number }> {
  requirePermission(ctx, "figures:read");
  await withWorkspaceSql(
    ctx,
    async (run) => {
      await lockState(readerOf(run), ctx);
      await markAllChanged(readerOf(run), ctx);
    },
    { timeoutMs: MARK_TIMEOUT_MS },
  );
  const { epoch } = await refreshWorkspace(ctx);
  return { epoch };
}
