import { checkDay } from "../core/check";
import { checkPeriod, daysWithin, isActiveAt } from "../core/period";
import { type Estimate, interval } from "../core/result";
import { poissonLimits } from "../statistics/poisson-limits";
import { wilsonInterval, wilsonLimits } from "../statistics/wilson-interval";

/** A time as a customer; `untilDay` is the first day it no longer was one, null while it is. */
export type ActiveSpan = { readonly fromDay: number; readonly untilDay: number | null };

/** Both at the close of their day. */
export type Snapshots = { readonly openingDay: number; readonly closingDay: number };

export type ChurnLines = {
  readonly opening: number;
  readonly lost: number;
  readonly joined: number;
  readonly wonBack: number;
  /** Not there at either snapshot, but in between. */
  readonly cameAndWent: number;
  /** There at both snapshots, with a gap in between: counted as kept. */
  readonly leftAndReturned: number;
  readonly closing: number;
};

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
  const period = { fromDay: snapshots.openingDay, untilDay: snapshots.closingDay };
  checkPeriod(period, "snapshots");
  const lives = accounts.map((spans, account) => {
    checkSpans(spans, `accounts[${account}]`);
    return lifeOf(joinSpans(spans), snapshots);
  });
  const lines = linesOf(lives);
  const { opening, closing } = lines;
  const lost = lines.lost + lines.cameAndWent;
  const entered = lines.joined + lines.wonBack + lines.cameAndWent;
  const n = opening + entered;
  const accountDays = lives.reduce((total, { days }) => total + days, 0);
  const ends = lives.reduce((total, life) => total + life.ends, 0);
  return {
    lines,
    accountDays,
    byStart: wilsonInterval(lines.lost, opening),
    byMean: countRate(lost, (opening + closing) / 2, n),
    actuarial: actuarialRate(lost, opening + entered / 2, n),
    byExposure: exposureRate(ends, accountDays, period.untilDay - period.fromDay, n),
  };
}

type Life = ReturnType<typeof lifeOf>;

function lifeOf(spans: readonly ActiveSpan[], { openingDay, closingDay }: Snapshots) {
  const isActiveOn = (day: number) =>
    spans.some(({ fromDay, untilDay }) => isActiveAt(fromDay, untilDay, day));
  const period = { fromDay: openingDay, untilDay: closingDay };
  return {
    isOpening: isActiveOn(openingDay),
    isClosing: isActiveOn(closingDay),
    isOld: spans.some(({ fromDay }) => fromDay <= openingDay),
    days: spans.reduce((sum, span) => sum + daysWithin(span.fromDay, span.untilDay, period), 0),
    ends: spans.filter(
      ({ untilDay }) => untilDay !== null && untilDay > openingDay && untilDay <= closingDay,
    ).length,
  };
}

function linesOf(lives: readonly Life[]): ChurnLines {
  const count = (isCounted: (life: Life) => boolean) => lives.filter(isCounted).length;
  return {
    opening: count((life) => life.isOpening),
    lost: count((life) => life.isOpening && !life.isClosing),
    joined: count((life) => !life.isOpening && life.isClosing && !life.isOld),
    wonBack: count((life) => !life.isOpening && life.isClosing && life.isOld),
    cameAndWent: count((life) => !life.isOpening && !life.isClosing && life.days > 0),
    leftAndReturned: count((life) => life.isOpening && life.isClosing && life.ends > 0),
    closing: count((life) => life.isClosing),
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

function checkSpans(spans: readonly ActiveSpan[], name: string): void {
  spans.forEach(({ fromDay, untilDay }, index) => {
    checkDay(fromDay, `${name}[${index}].fromDay`);
    if (untilDay !== null && checkDay(untilDay, `${name}[${index}].untilDay`) < fromDay)
      throw new RangeError(`${name}[${index}].untilDay must not come before its fromDay`);
  });
}

function joinSpans(spans: readonly ActiveSpan[]): ActiveSpan[] {
  const joined: ActiveSpan[] = [];
  const lasting = spans.filter(({ fromDay, untilDay }) => fromDay !== untilDay);
  for (const span of lasting.sort((a, b) => a.fromDay - b.fromDay)) {
    const last = joined.at(-1);
    if (last === undefined || (last.untilDay !== null && last.untilDay < span.fromDay))
      joined.push(span);
    else if (last.untilDay !== null)
      joined[joined.length - 1] = {
        fromDay: last.fromDay,
        untilDay: span.untilDay === null ? null : Math.max(last.untilDay, span.untilDay),
      };
  }
  return joined;
}
