import { sumOf } from "../core/order-statistics";
import { type Estimate, interval } from "../core/result";
import { poissonLimits } from "../statistics/poisson-limits";
import { wilsonInterval, wilsonLimits } from "../statistics/wilson-interval";
import {
  type ActiveSpan,
  type ChurnCounts,
  type ChurnLines,
  churnCounts,
  type Snapshots,
} from "./churn-counts";

export type ChurnRates = {
  readonly lines: ChurnLines;
  /** Days as a customer, over all accounts: what the exposure rate divides by. */
  readonly accountDays: number;
  readonly byStart: Estimate;
  readonly byMean: Estimate<"zeroDenominator">;
  readonly actuarial: Estimate<"zeroDenominator">;
  readonly byExposure: Estimate<"zeroDenominator">;
};

/**
 * Churn by four denominators: how much do the common churn rates differ on the same customers?
 *
 * Formula: by start = lost among those active at the start / active at the start (Wilson); by mean =
 * all lost / mean of opening and closing number (Poisson exact); actuarial = all lost / (opening number
 * + half of those who came in between) (Wilson); by exposure = 1 - exp(-ends / account-days x days of
 * the period) (Poisson exact). All lost = lost at the close, and those who came and went. The default
 * everywhere is by start.
 *
 * @param accounts per account its times as a customer; overlapping and touching ones are one, and
 *   those without a day are none
 * @param snapshots opening and closing day; the period between them need not be a year
 * @returns four rates of the same period, the lines from opening to closing number, and account-days
 * Empty: by start noData when nobody was active at the start; the others zeroDenominator where nobody
 *   was a customer, the actuarial one also where more were lost than it has customers.
 * @throws RangeError when a day is not whole, a time ends before it begins, naming account and row, or
 *   the closing day is not after the opening day
 * @source Fader & Hardie, Customer-Base Valuation (2006), on denominators; Elandt-Johnson & Johnson, Survival Models and Data Analysis (1980), on the actuarial rate; Garwood (1936); Wilson (1927)
 * @example churnRates([[{ fromDay: 0, untilDay: null }], [{ fromDay: 0, untilDay: 150 }], [{ fromDay: 120, untilDay: null }]], { openingDay: 100, closingDay: 200 }).byStart.value // => 0.5
 * @example churnRates([[{ fromDay: 0, untilDay: null }], [{ fromDay: 0, untilDay: 150 }], [{ fromDay: 120, untilDay: null }]], { openingDay: 100, closingDay: 200 }).byExposure.value // => 0.353
 */
export function churnRates(
  accounts: readonly (readonly ActiveSpan[])[],
  snapshots: Snapshots,
): ChurnRates {
  return churnOfParts([churnCounts(accounts, snapshots)], snapshots);
}

/**
 * Churn of parts: what are the churn rates of accounts that were counted a part at a time?
 *
 * Formula: that of `churnRates`, on the sums of the parts' counts.
 *
 * @param parts from `churnCounts`, of accounts of which none is in two of them
 * @param snapshots the same for all parts
 * @returns as `churnRates` of all the accounts, to the last digit
 * Empty: as `churnRates`.
 * @throws RangeError never
 * @source as churnRates
 * @example churnOfParts([churnCounts([[{ fromDay: 0, untilDay: null }]], { openingDay: 100, closingDay: 200 }), churnCounts([[{ fromDay: 0, untilDay: 150 }]], { openingDay: 100, closingDay: 200 })], { openingDay: 100, closingDay: 200 }).byStart.value // => 0.5
 */
export function churnOfParts(parts: readonly ChurnCounts[], snapshots: Snapshots): ChurnRates {
  const line = (name: keyof ChurnLines) => sumOf(parts, ({ lines }) => lines[name]);
  const lines: ChurnLines = {
    opening: line("opening"),
    lost: line("lost"),
    joined: line("joined"),
    wonBack: line("wonBack"),
    cameAndWent: line("cameAndWent"),
    leftAndReturned: line("leftAndReturned"),
    closing: line("closing"),
  };
  const { opening, closing } = lines;
  const lost = lines.lost + lines.cameAndWent;
  const entered = lines.joined + lines.wonBack + lines.cameAndWent;
  const n = opening + entered;
  const accountDays = sumOf(parts, (part) => part.accountDays);
  const ends = sumOf(parts, (part) => part.ends);
  return {
    lines,
    accountDays,
    byStart: wilsonInterval(lines.lost, opening),
    byMean: countRate(lost, (opening + closing) / 2, n),
    actuarial: actuarialRate(lost, opening + entered / 2, n),
    byExposure: exposureRate(ends, accountDays, snapshots.closingDay - snapshots.openingDay, n),
  };
}

function countRate(lost: number, base: number, n: number): Estimate<"zeroDenominator"> {
  if (base === 0) return { value: null, n, reason: "zeroDenominator" };
  const [low, high] = poissonLimits(lost);
  return {
    value: lost / base,
    n,
    interval: interval("poissonExact", low / base, high / base, { n }),
  };
}

function actuarialRate(lost: number, base: number, n: number): Estimate<"zeroDenominator"> {
  if (base === 0 || lost > base) return { value: null, n, reason: "zeroDenominator" };
  const value = lost / base;
  const [low, high] = wilsonLimits(value, base);
  return { value, n, interval: interval("wilson", low, high, { n, effectiveN: base }) };
}

function exposureRate(
  ends: number,
  accountDays: number,
  periodDays: number,
  n: number,
): Estimate<"zeroDenominator"> {
  if (accountDays === 0) return { value: null, n, reason: "zeroDenominator" };
  const shareLost = (count: number) => -Math.expm1((-count / accountDays) * periodDays);
  const [low, high] = poissonLimits(ends);
  const limits = [shareLost(low), shareLost(high)] as const;
  return { value: shareLost(ends), n, interval: interval("poissonExact", ...limits, { n }) };
}
