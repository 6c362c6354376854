import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import type { TileDto } from "../figures.types";
import { loadFilter } from "../load-filter";
import { loadTargets } from "../load-targets";
import type { FilterDto } from "../overview.types";
import { sceneFor } from "../scene";
import { tilesOf } from "../tiles-of";
import { optional } from "../view-input";

export type TargetsDto = {
  currency: string;
  filter: FilterDto;
  /** Every measure that suits the data, with its target and baseline. */
  tiles: TileDto[];
  canChange: boolean;
};

const getTargetsSchema = z.object({
  segmentId: optional(z.uuid({ error: "Choose a segment from the list." })),
});

/** What each measure stands at, what it should be, and where it stood when it was frozen. */
export async function getTargets({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<TargetsDto> {
  requirePermission(ctx, "figures:read");
  const { segmentId } = getTargetsSchema.parse(input);
  return withFacts(ctx, async (tx, facts) => {
    const { filter, units } = await loadFilter(tx, ctx, facts, { segmentId });
    const scene = sceneFor(facts, units, dayNumber(filter.asOf), dayNumber(filter.compareTo));
    const aims = await loadTargets(tx, ctx.workspace.id, segmentId ?? null, filter.asOf);
    const { tiles, moreTiles } = await tilesOf(scene, aims);
    return {
      currency: ctx.workspace.currency,
      filter,
      tiles: [...tiles, ...moreTiles],
      canChange: can(ctx.actor, "setting:write"),
    };
  });
}
