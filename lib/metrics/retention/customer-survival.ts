import { checkDay } from "../core/check";
import { kaplanMeier, type SurvivalCurve, type SurvivalRow } from "./kaplan-meier";

/** One customer: first paid day, and the day it was lost (null while it is a customer). */
export type CustomerLife = { readonly firstDay: number; readonly lostDay: number | null };

export type ObservedFrom = {
  readonly asOfDay: number;
  /** First day the data cover: of older customers only those still there on it are known. */
  readonly dataFromDay?: number;
};

/**
 * Customer survival: which share of customers is still there so many days after their first paid day?
 *
 * Formula: Kaplan-Meier over the days from the first paid day to the day lost; customers not lost are
 * censored at the as-of day, and customers older than the data count only from the age they had when
 * the data begin (delayed entry).
 *
 * @param customers one row per customer; first paid day and day lost
 * @param options the as-of day, and the first day the data cover
 * @returns the curve in days; n is the number of customers seen
 * Empty: no steps with reason noData when no customer was seen between the two days.
 * @throws RangeError when a day is not whole or a customer was lost before it began, naming the row
 * @source Kaplan & Meier (1958), JASA 53; Kalbfleisch & Prentice (2002), on delayed entry
 * @example customerSurvival([{ firstDay: 0, lostDay: 40 }, { firstDay: 10, lostDay: null }], { asOfDay: 100 }).median // => 40
 */
export function customerSurvival(
  customers: readonly CustomerLife[],
  options: ObservedFrom,
): SurvivalCurve {
  return kaplanMeier(customerSurvivalRows(customers, options));
}

/**
 * Survival rows: for how long was each customer seen, and did it end?
 *
 * Formula: time = day lost, or as-of day, minus first paid day; entry = the age it had when the data
 * begin.
 *
 * @param customers as for `customerSurvival`
 * @param options as for `customerSurvival`
 * @returns one row per customer that was seen, for `kaplanMeier`, `logRank` and `restrictedMean`
 * Empty: no rows.
 * @throws RangeError as `customerSurvival`
 * @source Kalbfleisch & Prentice (2002), on delayed entry
 * @example customerSurvivalRows([{ firstDay: 0, lostDay: null }], { asOfDay: 100, dataFromDay: 40 }) // => [{ time: 100, event: false, entry: 40 }]
 */
export function customerSurvivalRows(
  customers: readonly CustomerLife[],
  options: ObservedFrom,
): SurvivalRow[] {
  checkLives(customers, "customers");
  const asOfDay = checkDay(options.asOfDay, "asOfDay");
  const { dataFromDay } = options;
  if (dataFromDay !== undefined) checkDay(dataFromDay, "dataFromDay");
  return customers.flatMap(({ firstDay, lostDay }) => {
    const event = lostDay !== null && lostDay <= asOfDay;
    const time = (event ? lostDay : asOfDay) - firstDay;
    const entry = Math.max(0, (dataFromDay ?? firstDay) - firstDay);
    const isSeen = time >= 0 && (entry === 0 || time > entry);
    return isSeen ? [{ time, event, entry }] : [];
  });
}

export function checkLives(customers: readonly CustomerLife[], name: string): void {
  customers.forEach(({ firstDay, lostDay }, index) => {
    checkDay(firstDay, () => `${name}[${index}].firstDay`);
    if (lostDay !== null && checkDay(lostDay, () => `${name}[${index}].lostDay`) < firstDay)
      throw new RangeError(`${name}[${index}].lostDay must not come before firstDay`);
  });
}
