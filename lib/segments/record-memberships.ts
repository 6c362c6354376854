import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { hasSegments } from "./has-segments";
import { loadSegments } from "./load-segments";
import { selectUnits } from "./select-units";
import { writeMemberships } from "./write-memberships";

/**
 * Puts on record who joined and left every segment; the worker calls it when facts changed and when a
 * day began. @returns how many memberships began or ended
 */
export async function recordMemberships({ ctx }: { ctx: Ctx }): Promise<number> {
  requirePermission(ctx, "figures:read");
  // Facts take memory: a workspace without a segment needs none of them here.
  if (!(await withWorkspace(ctx, (tx) => hasSegments(tx, ctx.workspace.id)))) return 0;
  const asOfDay = dayNumber(ctx.asOf);
  return withFacts(ctx, async (tx, facts) => {
    const rows = await loadSegments(tx, ctx.workspace.id);
    const idsOf = (row: (typeof rows)[number]) =>
      selectUnits(facts, row.rules, asOfDay).map(({ id }) => id);
    return writeMemberships(tx, ctx, new Map(rows.map((row) => [row.id, idsOf(row)])));
  });
}
