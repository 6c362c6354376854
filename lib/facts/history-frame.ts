import type { Rates } from "./currency";

/** Rates and the months between which everything is looked at; the same for a whole workspace. */
export type HistoryFrame = {
  rates: Rates;
  /** All amounts of every month stand at this month's rate: constant currency. */
  rateMonth: number;
  /** Last day up to which contracts renew by themselves; the same for all days of a month. */
  horizonDay: number;
};
