import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { buildSegmentMeasures } from "./build-segment-measures";
import { definitionsOf } from "./definitions";
import { loadFilter } from "./load-filter";
import { loadTargets } from "./load-targets";
import { comparedDay, sceneFor } from "./scene";
import type { SegmentMeasuresDto } from "./segment-measures.types";

const inputSchema = z.object({ segmentId: z.uuid({ error: "Choose the segment." }) });

/** What every measure says of a segment, beside all accounts, and which of them really differ. */
export async function getSegmentMeasures({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<SegmentMeasuresDto> {
  requirePermission(ctx, "figures:read");
  const { segmentId } = inputSchema.parse(input);
  return withFacts(
    ctx,
    async (tx, facts) => {
      const { filter, units } = await loadFilter(tx, ctx, facts, { segmentId });
      const [asOfDay, compareDay] = [dayNumber(filter.asOf), dayNumber(filter.compareTo)];
      const all = sceneFor(facts, facts.units, asOfDay, compareDay);
      const targets = await loadTargets(tx, ctx.workspace.id, segmentId, filter.asOf);
      return {
        currency: ctx.workspace.currency,
        asOf: filter.asOf,
        accounts: units.length,
        measures: await buildSegmentMeasures(all, units, targets),
        definitions: definitionsOf(["intervalDifference", "benjaminiHochberg"], ctx.locale),
      };
    },
    comparedDay(ctx.asOf, undefined),
  );
}
