import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFactsSoon } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { buildSegment, sumActive } from "./build-segment";
import { loadSegments } from "./load-segments";
import type { SegmentListDto } from "./segment.types";

/** Every segment with its live count and running revenue; without them while facts are being built. */
export async function listSegments({ ctx }: { ctx: Ctx }): Promise<SegmentListDto> {
  requirePermission(ctx, "segment:read");
  const asOfDay = dayNumber(ctx.asOf);
  const { compare } = new Intl.Collator(ctx.locale);
  return withFactsSoon(ctx, async (tx, facts) => {
    const rows = await loadSegments(tx, ctx.workspace.id);
    const all = facts && sumActive(facts, facts.units, asOfDay);
    return {
      currency: ctx.workspace.currency,
      segments: rows
        .sort((a, b) => compare(a.name, b.name))
        .map((row) => buildSegment(facts, row, asOfDay)),
      allAccounts: all?.activeAccounts ?? null,
      allRunningMinor: all?.runningMinor ?? null,
    };
  });
}
