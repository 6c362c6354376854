import { checkDay } from "../core/check";
import { sumOf } from "../core/order-statistics";
import { checkPeriod, daysWithin, isActiveAt } from "../core/period";

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

/** What the rates are made of; whole numbers, so parts add up to the whole. */
export type ChurnCounts = {
  readonly lines: ChurnLines;
  readonly accountDays: number;
  readonly ends: number;
};

/**
 * Churn counts: how many of some of the accounts were there, were lost and came in a period?
 *
 * Formula: the lines of `churnRates`, days as a customer and times that ended, as whole numbers that
 * add up over parts of the accounts.
 *
 * @param accounts as for `churnRates`
 * @param snapshots as for `churnRates`
 * @returns lines, account-days and ends, for `churnOfParts`
 * Empty: all 0.
 * @throws RangeError as `churnRates`
 * @source as churnRates
 * @example churnCounts([[{ fromDay: 0, untilDay: null }], [{ fromDay: 0, untilDay: 150 }]], { openingDay: 100, closingDay: 200 }).lines.lost // => 1
 */
export function churnCounts(
  accounts: readonly (readonly ActiveSpan[])[],
  snapshots: Snapshots,
): ChurnCounts {
  const period = { fromDay: snapshots.openingDay, untilDay: snapshots.closingDay };
  checkPeriod(period, "snapshots");
  const lives = accounts.map((spans, account) => {
    checkSpans(spans, account);
    return lifeOf(joinSpans(spans), snapshots);
  });
  return {
    lines: linesOf(lives),
    accountDays: sumOf(lives, ({ days }) => days),
    ends: sumOf(lives, ({ ends }) => ends),
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

// A row's name is made for a bad one only.
function checkSpans(spans: readonly ActiveSpan[], account: number): void {
  spans.forEach(({ fromDay, untilDay }, index) => {
    const until = untilDay ?? fromDay;
    if (Number.isSafeInteger(fromDay) && Number.isSafeInteger(until) && until >= fromDay) return;
    const name = `accounts[${account}][${index}]`;
    checkDay(fromDay, `${name}.fromDay`);
    if (checkDay(until, `${name}.untilDay`) < fromDay)
      throw new RangeError(`${name}.untilDay must not come before its fromDay`);
  });
}

function joinSpans(spans: readonly ActiveSpan[]): ActiveSpan[] {
  const joined: ActiveSpan[] = [];
  const lasting = spans.filter(({ fromDay, untilDay }) => fromDay !== untilDay);
  if (lasting.length < 2) return lasting;
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
