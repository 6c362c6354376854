import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { buildRenewals, contractsAhead, stakesByMonth } from "./build-renewals";
import { definitionsOf } from "./definitions";
import { loadFilter } from "./load-filter";
import { loadRenewals } from "./load-renewals";
import { perSelection } from "./per-epoch";
import { RADAR_DAYS, type RenewalsDto } from "./renewals.types";
import { sceneFor } from "./scene";
import { filterFields, optional } from "./view-input";

/** As many as other lists show; of eight columns more take a browser longer to lay out than to fetch. */
const ROWS_SHOWN = 50;

const renewalsInput = z.object({
  ...filterFields,
  /** Only contracts that are decided about within so many days; 180 where nothing is said. */
  within: optional(
    z.coerce
      .number({ error: "Choose 30, 90 or 180 days." })
      .pipe(z.literal([...RADAR_DAYS], { error: "Choose 30, 90 or 180 days." })),
  ),
  /** Every row, for a file. */
  allRows: z.boolean().optional(),
});

/** Contracts on their way to the decision date, with the evidence, the signal and the manager's call. */
export async function getRenewals({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<RenewalsDto> {
  requirePermission(ctx, "figures:read");
  const { within = 180, allRows, ...wanted } = renewalsInput.parse(input);
  return withFacts(ctx, async (tx, facts) => {
    const { filter, units } = await loadFilter(tx, ctx, facts, wanted);
    const asOfDay = dayNumber(ctx.asOf);
    const scene = sceneFor(facts, units, asOfDay, dayNumber(filter.compareTo));
    const made = perSelection(units, `renewals ${asOfDay}`, () => {
      const ahead = contractsAhead(scene);
      return { ahead, months: stakesByMonth(ahead, ctx.asOf) };
    });
    const ahead = made.ahead.filter(({ decisionDay }) => decisionDay - asOfDay <= within);
    const ids = ahead.map(({ contractId }) => contractId);
    const details = await loadRenewals(tx, ctx.workspace.id, ids, ctx.asOf);
    const { segment, owner, segments, owners } = filter;
    return {
      currency: ctx.workspace.currency,
      asOf: ctx.asOf,
      ...{ segment, owner, segments, owners, within },
      ...buildRenewals(ahead, facts, details, allRows ? ahead.length : ROWS_SHOWN),
      months: made.months,
      definitions: definitionsOf(["renewalSignal", "accountAttitude", "hearing"], ctx.locale),
    };
  });
}
