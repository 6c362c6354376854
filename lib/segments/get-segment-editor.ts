import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { beingComputed, withFactsSoon } from "@/lib/facts/with-facts";
import { buildEditor } from "./build-segment-editor";
import type { SegmentEditorDto } from "./segment.types";

/**
 * Everything the rules of a new segment may choose from.
 * @throws AppError UNAVAILABLE, soon, while facts are being built
 */
export async function getSegmentEditor({ ctx }: { ctx: Ctx }): Promise<SegmentEditorDto> {
  requirePermission(ctx, "segment:read");
  return withFactsSoon(ctx, async (_tx, facts) => {
    if (!facts) throw beingComputed();
    return buildEditor(facts, null, ctx);
  });
}
