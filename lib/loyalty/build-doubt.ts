import { closeOfMonth } from "@/lib/facts/build-account-months";
import { perBlock } from "@/lib/facts/per-block";
import { isoOfDay } from "@/lib/format/calendar";
import { firstDayOfMonth, joinedTotals, type MapTotals, partOfTotals } from "@/lib/metrics";
import { pile } from "./build-map";
import type { CoverageDto, FreshnessDto } from "./overview.types";
import { perSelection } from "./per-epoch";
import { assessedOf, monthsBefore, type Scene } from "./scene";

/** How far data reach that begin in a month; at a day before it there are none. */
function reachOf(day: number | null, firstMonth: number | null, asOfDay: number): string | null {
  if (day === null || (firstMonth !== null && firstDayOfMonth(firstMonth) > asOfDay)) return null;
  return isoOfDay(Math.min(day, asOfDay));
}

/** How fresh the figures are, and whom they leave out. */
export function buildFreshness(scene: Scene, currency: string): FreshnessDto {
  const { facts, asOfDay, units } = scene;
  // Orders may begin within the month before the first whole one.
  const ordersFrom = facts.contexts.dataFromMonth - 1;
  const without = units.filter((unit) => unit.head.hasUnknownRate);
  const hasForeign = units.some((unit) => unit.members.some((m) => m.currency !== currency));
  const newest = facts.rates.newestMonth;
  const rateMonth = newest === null ? null : Math.min(newest, facts.rateMonth);
  return {
    asOf: isoOfDay(asOfDay),
    ordersTo: reachOf(facts.ordersToDay, ordersFrom, asOfDay),
    answersTo: reachOf(facts.answersToDay, facts.firstMonth, asOfDay),
    refreshedAt: facts.refreshedAt,
    ratesOf: hasForeign && rateMonth !== null ? isoOfDay(closeOfMonth(rateMonth)) : null,
    withoutRate: {
      accounts: without.length,
      currencies: [...new Set(without.flatMap((unit) => unit.currenciesWithoutRate))].sort(),
    },
    isShortHistory: scene.active.some(({ revenue }) => revenue.isShortHistory),
  };
}

/** Coverage of the quarter that closes at the as-of date, in running revenue. */
export function buildCoverage(scene: Scene, { coverage }: MapTotals): CoverageDto {
  const total = coverage.total.revenueMinor;
  return {
    quarterFrom: isoOfDay(monthsBefore(scene.asOfDay, 3) + 1),
    totalMinor: total,
    asked: pile(coverage.asked, total),
    heard: pile(coverage.heard, total),
    signerHeard: pile(coverage.signerHeard, total),
    known: pile(coverage.known, total),
    silent: pile(coverage.silent, total),
    notAsked: pile(coverage.notAsked, total),
  };
}

export type DoubtDto = { freshness: FreshnessDto; coverage: CoverageDto };

/** The whole map of a selection, which many pages say a part of. */
export function totalsOf({ facts, units, asOfDay, settings }: Scene): MapTotals {
  return perSelection(units, `map totals ${asOfDay}`, () =>
    joinedTotals(
      perBlock(units, `map totals ${asOfDay}`, (block) =>
        partOfTotals(assessedOf(facts, block, asOfDay), settings.line),
      ),
    ),
  );
}

/** The doubt under the headline of any page that measures. */
export function buildDoubt(scene: Scene, currency: string): DoubtDto {
  return perSelection(scene.units, `doubt ${scene.asOfDay} ${currency}`, () => ({
    freshness: buildFreshness(scene, currency),
    coverage: buildCoverage(scene, totalsOf(scene)),
  }));
}
