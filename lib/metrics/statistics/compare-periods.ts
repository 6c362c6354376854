import { checkCount, checkDay, checkNonNegative } from "../core/check";
import { checkPeriod, isWhole, type Period } from "../core/period";
import { clusteredDifference, type RatioPair } from "./clustered-difference";
import { type Difference, noDifference } from "./difference";

/** What happened in a period, and for how long each account was there for it to happen to. */
export type PeriodEvents = {
  readonly period: Period;
  readonly accounts: readonly {
    readonly accountId: string;
    readonly events: number;
    /** Days of the period on which the account was active. */
    readonly days: number;
  }[];
};

/**
 * Comparison of periods: did something really become more frequent, though the periods are not alike?
 *
 * Formula: events per account-day now minus before, each sum of events / sum of the days on which the
 * accounts were active in the period; interval and test as for the clustered difference, with the
 * account as unit. A period that is not over is not compared.
 *
 * @param now the later period, half-open, with one row per account that was active in it
 * @param before the earlier period; it may be longer or shorter
 * @param asOfDay the day at whose close the data stand
 * @returns difference in events per account-day with interval, p, and whether it is a real change
 * Empty: null with partialPeriod where a period is not over, noData where one has no account,
 * zeroDenominator where nobody was active in one.
 * @throws RangeError when a period is empty, an account has fewer than 0 or more days than its period,
 *   events are not whole, or an account stands twice, naming period and row
 * @source Rothman, Greenland & Lash, Modern Epidemiology (2008), on person-time; Cochran (1977)
 * @example comparePeriods({ period: { fromDay: 100, untilDay: 200 }, accounts: [{ accountId: "a", events: 2, days: 100 }] }, { period: { fromDay: 0, untilDay: 50 }, accounts: [{ accountId: "a", events: 2, days: 50 }] }, 199).value // => -0.02
 */
export function comparePeriods(
  now: PeriodEvents,
  before: PeriodEvents,
  asOfDay: number,
): Difference<"noData" | "zeroDenominator" | "partialPeriod"> {
  checkDay(asOfDay, "asOfDay");
  const pairs = new Map<string, RatioPair>();
  const none: RatioPair = { now: null, before: null };
  for (const [accountId, row] of rowsOf(now, "now")) pairs.set(accountId, { ...none, now: row });
  for (const [accountId, row] of rowsOf(before, "before"))
    pairs.set(accountId, { ...(pairs.get(accountId) ?? none), before: row });
  if (!isWhole(now.period, asOfDay) || !isWhole(before.period, asOfDay))
    return noDifference(pairs.size, "partialPeriod");
  return clusteredDifference([...pairs.values()]);
}

function rowsOf({ period, accounts }: PeriodEvents, name: string) {
  checkPeriod(period, `${name}.period`);
  const rows = new Map<string, { y: number; x: number }>();
  accounts.forEach(({ accountId, events, days }, index) => {
    const row = `${name}.accounts[${index}]`;
    checkCount(events, `${row}.events`);
    checkNonNegative(days, `${row}.days`);
    if (days > period.untilDay - period.fromDay)
      throw new RangeError(`${row}.days ${days} is more than the period has`);
    if (rows.has(accountId)) throw new RangeError(`${row}.accountId ${accountId} stands twice`);
    rows.set(accountId, { y: events, x: days });
  });
  return rows;
}
