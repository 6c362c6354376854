import { zeroColumn } from "./typed-columns";

/** What is kept of an account for each month, from its first sign of life on. NaN is "not known". */
export const MONTH_COLUMNS = [
  // Orders outside contracts, of all accounts pooled into the dot, at the rates of the workspace's figures.
  "totalMinor",
  "activeMinor",
  "automaticMinor",
  "daySquareSum",
  // The same orders at each month's own rate.
  "bookedMinor",
  "orderCount",
  "listMinor",
  "discountedListMinor",
  "marginMinor",
  /** Distinct dates with an order that was not automatic. */
  "orderDates",
  // At the month's close.
  "recurringMinor",
  // Running revenue as net retention takes it, and contracts as gross does: a year before and now.
  "openingMinor",
  "closingMinor",
  "contractOpeningMinor",
  "contractClosingMinor",
  // Running revenue as it stands on the map, and of that of a year before the share that is proven to be gone.
  "runningMinor",
  "goneRatio",
  "state",
  "hasContract",
  "ownedTypes",
  "npsSum",
  "npsCount",
  "csat5Top",
  "csat5Count",
  "csat7Top",
  "csat7Count",
  "csat4Top",
  "csat4Count",
  "csat3Top",
  "csat3Count",
  // What happened in the month.
  "complaints",
  "npsAnswers",
  "csatAnswers",
  "decisionMakerAnswers",
  "influencerAnswers",
  "userAnswers",
  "lostMarks",
  "wonBackMarks",
] as const;

export type MonthColumn = (typeof MONTH_COLUMNS)[number];

/** Columns that are not named are 0 throughout. */
export type MonthSeries = {
  readonly firstMonth: number;
  readonly months: number;
  column(name: MonthColumn): ArrayLike<number>;
};

/** Codes of the column `state`; 0 where the account is not active at the close. */
export const STATE_CODES = { loyal: 1, passive: 2, latent: 3, leaving: 4, notKnown: 5 } as const;

/** A series of plain arrays, as it is before it is stored and in tests. */
export function seriesOf(
  firstMonth: number,
  months: number,
  columns: { readonly [Name in MonthColumn]?: ArrayLike<number> },
): MonthSeries {
  return { firstMonth, months, column: (name) => columns[name] ?? zeroColumn(months) };
}
