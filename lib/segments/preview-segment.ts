import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { buildPreview } from "./build-segment";
import type { SegmentPreviewDto } from "./segment.types";
import { previewSegmentSchema } from "./segment-input";
import { unitsMatching } from "./select-units";

/** What rules would select now, before they are saved. */
export async function previewSegment({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<SegmentPreviewDto> {
  requirePermission(ctx, "segment:read");
  const { rules } = previewSegmentSchema.parse(input);
  const asOfDay = dayNumber(ctx.asOf);
  return withFacts(ctx, async (_tx, facts) =>
    buildPreview(facts, unitsMatching(facts, rules, asOfDay), asOfDay, ctx.workspace.currency),
  );
}
