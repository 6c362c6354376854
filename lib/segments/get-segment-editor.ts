import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { buildEditor } from "./build-segment-editor";
import type { SegmentEditorDto } from "./segment.types";

/** Everything the rules of a new segment may choose from. */
export async function getSegmentEditor({ ctx }: { ctx: Ctx }): Promise<SegmentEditorDto> {
  requirePermission(ctx, "segment:read");
  return withFacts(ctx, async (_tx, facts) => buildEditor(facts, null, ctx));
}
