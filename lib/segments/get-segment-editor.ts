import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { buildEditor } from "./build-segment-editor";
import { loadSegment } from "./load-segments";
import type { SegmentEditorDto } from "./segment.types";
import { segmentEditorSchema } from "./segment-input";

/** A segment (or none yet) with everything its rules may choose from. */
export async function getSegmentEditor({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<SegmentEditorDto> {
  requirePermission(ctx, "segment:read");
  const { segmentId } = segmentEditorSchema.parse(input);
  return withFacts(ctx, async (tx, facts) => {
    const row = segmentId ? await loadSegment(tx, ctx.workspace.id, segmentId) : null;
    return buildEditor(facts, row, ctx);
  });
}
