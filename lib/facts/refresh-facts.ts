import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Refreshed, refreshWorkspace } from "./refresh-workspace";

/**
 * Computes what waits before anybody asks for it; the worker calls it.
 * @param goesOn asked after every step; false leaves the rest to a later call
 */
export async function refreshFacts({
  ctx,
  goesOn,
}: {
  ctx: Ctx;
  goesOn?: () => boolean;
}): Promise<Refreshed> {
  requirePermission(ctx, "figures:read");
  return refreshWorkspace(ctx, undefined, goesOn);
}
