import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Refreshed, refreshWorkspace } from "./refresh-workspace";

/** Computes what waits before anybody asks for it; the worker calls it. */
export async function refreshFacts({ ctx }: { ctx: Ctx }): Promise<Refreshed> {
  requirePermission(ctx, "figures:read");
  return refreshWorkspace(ctx);
}
