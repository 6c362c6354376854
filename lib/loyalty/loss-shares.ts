import { groupBy } from "@/lib/facts/group-by";
import { STATE_CODES } from "@/lib/facts/month-columns";
import { perBlock } from "@/lib/facts/per-block";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import {
  type LossShares,
  type LoyaltyState,
  lastWholeMonth,
  lossShares,
  meanInterval,
} from "@/lib/metrics";
import { perEpoch } from "./per-epoch";
import { runningOf } from "./scene";

type Spans = {
  /** At whose close they end. */
  lastMonth: number;
  state: LoyaltyState;
  openingMinor: number;
  closingMinor: number;
  spans: number;
};

const SPANS_PER_YEAR = 12;
/** Three years of accounts that stood somewhere, each with the year after it. */
const MONTHS = 48;
const STATES = Object.keys(STATE_CODES) as LoyaltyState[];

/** The first month at whose close a whole year of orders lay behind. */
function firstMonthWithYear({ contexts, ordersToDay }: WorkspaceFacts): number {
  return ordersToDay === null ? 0 : contexts.dataFromMonth + 11;
}

type Sums = { openingMinor: Float64Array; closingMinor: Float64Array; spans: Float64Array };

function noSums(): Sums {
  const column = () => new Float64Array(MONTHS * STATES.length);
  return { openingMinor: column(), closingMinor: column(), spans: column() };
}

function added(blocks: readonly Sums[]): Sums {
  const total = noSums();
  for (const block of blocks)
    for (const name of ["openingMinor", "closingMinor", "spans"] as const)
      block[name].forEach((value, at) => {
        total[name][at] = (total[name][at] as number) + value;
      });
  return total;
}

/** Adds the years of one account that begin from a month on, by month and state. */
function addSpans({ series }: UnitFacts, fromMonth: number, sums: Sums): void {
  const [state, running, gone] = (["state", "runningMinor", "goneRatio"] as const).map((name) =>
    series.column(name),
  ) as [ArrayLike<number>, ArrayLike<number>, ArrayLike<number>];
  for (let at = Math.max(0, fromMonth - series.firstMonth); at + 12 < series.months; at += 1) {
    const [code, openingMinor] = [state[at] as number, running[at] as number];
    if (code === 0 || openingMinor <= 0) continue;
    const place = (series.firstMonth + at - fromMonth) * STATES.length + code - 1;
    const left = state[at + 12] === 0 ? 0 : 1 - (gone[at + 12] as number);
    sums.openingMinor[place] = (sums.openingMinor[place] as number) + openingMinor;
    sums.closingMinor[place] = (sums.closingMinor[place] as number) + openingMinor * left;
    sums.spans[place] = (sums.spans[place] as number) + 1;
  }
}

/**
 * All spans of twelve months between two closes, by the state an account stood in at the first. Of an
 * account that was lost nothing is left, of the others as much as their own orders prove: a lumpy
 * buyer's thin year is no loss.
 */
function spansOf(facts: WorkspaceFacts): Spans[] {
  const fromMonth = Math.max(firstMonthWithYear(facts), facts.rateMonth - MONTHS + 1);
  const { openingMinor, closingMinor, spans } = added(
    perBlock(facts.units, `loss spans ${fromMonth}`, (units) => {
      const sums = noSums();
      for (const unit of units) if (!unit.head.hasUnknownRate) addSpans(unit, fromMonth, sums);
      return sums;
    }),
  );
  return Array.from({ length: MONTHS }, (_, back) => back).flatMap((back) =>
    STATES.map((state, code) => {
      const place = back * STATES.length + code;
      return {
        lastMonth: fromMonth + back + 12,
        state,
        openingMinor: openingMinor[place] as number,
        closingMinor: closingMinor[place] as number,
        spans: spans[place] as number,
      };
    }),
  );
}

function addUp(rows: readonly Spans[]): Spans {
  return rows.reduce((a, b) => ({
    ...b,
    openingMinor: a.openingMinor + b.openingMinor,
    closingMinor: a.closingMinor + b.closingMinor,
    spans: a.spans + b.spans,
  }));
}

/** What this workspace's own accounts lost within a year, by the state they stood in. */
export function learnedLossShares(facts: WorkspaceFacts, asOfDay: number): LossShares {
  const running = runningOf(facts, facts.units, asOfDay).map((minor) => Math.max(0, minor));
  const all = perEpoch(facts, "loss spans", () => spansOf(facts));
  const past = all.filter(
    ({ lastMonth, spans }) => spans > 0 && lastMonth <= lastWholeMonth(asOfDay),
  );
  const spans = [...groupBy(past, ({ state }) => state).values()].map(addUp).map((row) => ({
    state: row.state,
    openingMinor: row.openingMinor / SPANS_PER_YEAR,
    closingMinor: row.closingMinor / SPANS_PER_YEAR,
    accountYears: row.spans / SPANS_PER_YEAR,
  }));
  return lossShares(spans, meanInterval(running).value ?? 0);
}
