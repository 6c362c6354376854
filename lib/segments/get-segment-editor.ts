import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/with-workspace";
import { beingComputed, withFactsSoon } from "@/lib/facts/with-facts";
import { buildEditor } from "./build-segment-editor";
import { loadSegment } from "./load-segments";
import { mapPlaceFields, placeOf, ruleOfPlace } from "./map-place";
import type { SegmentEditorDto } from "./segment.types";
import type { SegmentRule } from "./segment-rules";

// What is no id in an address narrows nothing.
const id = z.uuid().optional().catch(undefined);
const inputSchema = z.object({ segmentId: id, ownerId: id, ...mapPlaceFields });

/** Rules to begin with: a place of the map, within the filter it was seen through. */
async function loadDraft(
  tx: Tx,
  ctx: Ctx,
  given: z.output<typeof inputSchema>,
): Promise<SegmentRule | null> {
  const place = placeOf(given);
  if (place === null) return null;
  const within = given.segmentId
    ? [(await loadSegment(tx, ctx.workspace.id, given.segmentId)).rules]
    : [];
  const owned: SegmentRule[] = given.ownerId
    ? [{ kind: "text", field: "owner", is: [given.ownerId] }]
    : [];
  return { kind: "all", rules: [...within, ...owned, ...ruleOfPlace(place)] };
}

/**
 * Everything the rules of a new segment may choose from, and what they begin with.
 * @throws AppError UNAVAILABLE, soon, while facts are being built
 */
export async function getSegmentEditor({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<SegmentEditorDto> {
  requirePermission(ctx, "segment:read");
  const given = inputSchema.parse(input);
  return withFactsSoon(ctx, async (tx, facts) => {
    if (!facts) throw beingComputed();
    return { ...buildEditor(facts, null, ctx), draft: await loadDraft(tx, ctx, given) };
  });
}
