import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { buildRetention } from "./build-retention";
import { definitionsOf } from "./definitions";
import { loadFilter } from "./load-filter";
import { perSelection } from "./per-epoch";
import type { RetentionDto } from "./retention.types";
import { sceneFor } from "./scene";
import { reportInput } from "./view-input";

/** How much of the revenue of a year ago is still there, and what became of the rest. */
export async function getRetention({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<RetentionDto> {
  requirePermission(ctx, "figures:read");
  const wanted = reportInput.parse(input);
  return withFacts(ctx, async (tx, facts) => {
    const { filter, units } = await loadFilter(tx, ctx, facts, wanted);
    const asOfDay = dayNumber(filter.asOf);
    const scene = sceneFor(facts, units, asOfDay, dayNumber(filter.compareTo));
    const made = perSelection(units, `retention ${asOfDay}`, () => buildRetention(scene));
    return {
      currency: ctx.workspace.currency,
      filter,
      ...made,
      definitions: definitionsOf(["revenueRetention"], ctx.locale),
    };
  });
}
