import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { buildCoverage, totalsOf } from "./build-doubt";
import { buildFigures, type FiguresDto } from "./build-figures";
import { buildStates } from "./build-headline";
import { loadFilter } from "./load-filter";
import { loadTargets } from "./load-targets";
import { comparedDay, sceneFor } from "./scene";
import { tilesOf } from "./tiles-of";
import { figuresInput } from "./view-input";

/** The measures of one filter at one date, for a machine: the same figures as on the overview. */
export async function getFigures({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<FiguresDto> {
  requirePermission(ctx, "figures:read");
  const wanted = figuresInput.parse(input);
  const days = comparedDay(wanted.asOf ?? ctx.asOf, wanted.compareTo);
  return withFacts(
    ctx,
    async (tx, facts) => {
      const { filter, units } = await loadFilter(tx, ctx, facts, wanted);
      const segmentId = filter.segment?.id ?? null;
      const targets = await loadTargets(tx, ctx.workspace.id, segmentId, filter.asOf);
      const scene = sceneFor(facts, units, dayNumber(filter.asOf), dayNumber(filter.compareTo));
      const totals = totalsOf(scene);
      return buildFigures({
        currency: ctx.workspace.currency,
        filter,
        epoch: facts.epoch,
        tiles: await tilesOf(scene, targets),
        states: buildStates(scene, totals),
        coverage: buildCoverage(scene, totals),
        runningMinor: totals.total.revenueMinor,
        activeAccounts: totals.total.accounts,
      });
    },
    days,
  );
}
