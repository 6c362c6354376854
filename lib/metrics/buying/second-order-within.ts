import { checkDay } from "../core/check";
import { type Estimate, interval } from "../core/result";
import { kaplanMeier, survivalAt } from "../retention/kaplan-meier";

/**
 * Second order within W days of the first: how likely is a newcomer to come back?
 *
 * Formula: 1 - S(W) of the Kaplan-Meier curve from the first order day to the second; customers whose
 * first order is younger than W are censored, not failures. Interval: Greenwood on log(-log).
 *
 * @param customers per customer the distinct order days, ascending; the first is the customer's first ever
 * @param options windowDays (90, 180 or 365) and the as-of day
 * @returns probability 0..1 with interval; n customers with a first order
 * Empty: null with noData without customers, notReached when nobody was followed for the whole window.
 * @throws RangeError when days are not whole or not ascending, naming customer and row
 * @source Kaplan & Meier (1958), JASA 53
 * @example secondOrderWithin([[0, 30], [0], [0, 100]], { windowDays: 90, asOfDay: 400 }).value // => 0.333
 */
export function secondOrderWithin(
  customers: readonly ArrayLike<number>[],
  options: { readonly windowDays: number; readonly asOfDay: number },
): Estimate<"noData" | "notReached"> {
  const { windowDays, asOfDay } = options;
  if (!(windowDays > 0 && Number.isFinite(windowDays)))
    throw new RangeError("windowDays must be above 0");
  const rows: { time: number; event: boolean }[] = [];
  customers.forEach((days, customer) => {
    for (let index = 0; index < days.length; index += 1) {
      checkDay(days[index] as number, `customers[${customer}][${index}]`);
      if (index > 0 && (days[index] as number) <= (days[index - 1] as number))
        throw new RangeError(`customers[${customer}][${index}] must come after the day before it`);
    }
    const [first, second] = [days[0], days[1]];
    if (first === undefined || first > asOfDay) return;
    const hasSecond = second !== undefined && second <= asOfDay;
    rows.push({ time: (hasSecond ? second : asOfDay) - first, event: hasSecond });
  });
  const n = rows.length;
  if (n === 0) return { value: null, n, reason: "noData" };
  const step = survivalAt(kaplanMeier(rows), windowDays);
  if (step === null) return { value: null, n, reason: "notReached" };
  const { low, high, survival } = step;
  const limits =
    low === null || high === null ? null : interval("greenwoodLogLog", 1 - high, 1 - low, { n });
  return { value: 1 - survival, n, interval: limits };
}
