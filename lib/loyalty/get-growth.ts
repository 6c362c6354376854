import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { buildDoubt } from "./build-doubt";
import { buildGrowth } from "./build-growth";
import { definitionsOf } from "./definitions";
import type { GrowthDto } from "./growth.types";
import { loadFilter } from "./load-filter";
import { perSelection } from "./per-epoch";
import { comparedDay, sceneFor } from "./scene";
import { reportInput } from "./view-input";

/** Earned growth of the last twelve months, and where the new revenue came from. */
export async function getGrowth({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<GrowthDto> {
  requirePermission(ctx, "figures:read");
  const wanted = reportInput.parse(input);
  const days = comparedDay(wanted.asOf ?? ctx.asOf, wanted.compareTo);
  return withFacts(
    ctx,
    async (tx, facts) => {
      const { filter, units } = await loadFilter(tx, ctx, facts, wanted);
      const asOfDay = dayNumber(filter.asOf);
      const scene = sceneFor(facts, units, asOfDay, dayNumber(filter.compareTo));
      const { currency } = ctx.workspace;
      return {
        currency: filter.currency,
        filter,
        ...buildDoubt(scene, currency),
        ...perSelection(units, `growth ${asOfDay}`, () => buildGrowth(scene)),
        definitions: definitionsOf(["earnedGrowth", "revenueRetention"], ctx.locale),
      };
    },
    days,
  );
}
