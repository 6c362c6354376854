import { checkDay } from "../core/check";
import { betaProductLimits } from "../retention/beta-product";
import { kaplanMeier, type MedianLimits } from "../retention/kaplan-meier";
import type { SurvivalRow } from "../retention/survival-rows";

export type RepurchasePoint = {
  /** Days since the first order. */
  readonly day: number;
  /** Share of first-time buyers that have ordered again by then. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly atRisk: number;
};

export type RepurchaseCurve =
  | {
      readonly points: readonly RepurchasePoint[];
      readonly n: number;
      readonly reordered: number;
      /** Day by which half have ordered again; null while fewer than half have. */
      readonly halfDay: number | null;
      readonly halfDayLimits: MedianLimits;
      /** Longest time anybody was followed: the curve says nothing beyond it. */
      readonly lastDay: number;
      readonly reason: null;
    }
  | { readonly points: readonly []; readonly n: 0; readonly reason: "noData" };

/**
 * Repurchase curve: by which day after the first order have half of the first-time buyers ordered again?
 *
 * Formula: 1 - S of the Kaplan-Meier curve from the first order day to the second; customers without a
 * second order are censored at the as-of day. Interval: Greenwood on log(-log); beta product where
 * everybody has come back.
 *
 * @param customers per customer the distinct order days, ascending; the first is the customer's first
 *   ever; days after the as-of day are not seen
 * @param options the as-of day
 * @returns a point per day on which somebody ordered again, and the day by which half had, with its
 *   limits; n customers with a first order
 * Empty: no points with reason noData without customers; the half day is null while fewer than half
 *   have ordered again.
 * @throws RangeError when days are not whole or not ascending, naming customer and row
 * @source Kaplan & Meier (1958), JASA 53; Brookmeyer & Crowley (1982), Biometrics 38; Fay, Brittain & Proschan (2013), Biostatistics 14
 * @example repurchaseCurve([[0, 30], [0, 55], [10]], { asOfDay: 100 }).halfDay // => 55
 */
export function repurchaseCurve(
  customers: readonly ArrayLike<number>[],
  options: { readonly asOfDay: number },
): RepurchaseCurve {
  const curve = kaplanMeier(secondOrderRows(customers, options.asOfDay));
  if (curve.reason !== null) return { points: [], n: curve.n, reason: curve.reason };
  return {
    points: curve.steps.map(({ time, survival, low, high, atRisk }) => {
      const [least, most] =
        low === null || high === null ? betaProductLimits(curve.steps, 0) : [low, high];
      return { day: time, share: 1 - survival, low: 1 - most, high: 1 - least, atRisk };
    }),
    n: curve.n,
    reordered: curve.events,
    halfDay: curve.median,
    halfDayLimits: curve.medianLimits,
    lastDay: curve.lastTime,
    reason: null,
  };
}

/** Per customer with a first order the days to the second, or to the as-of day without one. */
export function secondOrderRows(
  customers: readonly ArrayLike<number>[],
  asOfDay: number,
): SurvivalRow[] {
  checkDay(asOfDay, "asOfDay");
  const rows: SurvivalRow[] = [];
  customers.forEach((days, customer) => {
    checkOrderDays(days, () => `customers[${customer}]`);
    const [first, second] = [days[0], days[1]];
    if (first === undefined || first > asOfDay) return;
    const event = second !== undefined && second <= asOfDay;
    rows.push({ time: (event ? second : asOfDay) - first, event });
  });
  return rows;
}

function checkOrderDays(days: ArrayLike<number>, name: () => string): void {
  let before = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < days.length; index += 1) {
    const day = checkDay(days[index] as number, () => `${name()}[${index}]`);
    if (day <= before)
      throw new RangeError(`${name()}[${index}] must come after the day before it`);
    before = day;
  }
}
