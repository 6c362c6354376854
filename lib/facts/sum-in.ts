import { monthOfDay, type Period } from "@/lib/metrics";
import type { MonthColumn, MonthSeries } from "./month-columns";

/** What a column adds up to over the months of a period; NaN where a month of it is not known. */
export function sumIn(series: MonthSeries, name: MonthColumn, period: Period): number {
  const values = series.column(name);
  const from = Math.max(0, monthOfDay(period.fromDay) - series.firstMonth);
  const until = Math.min(values.length, monthOfDay(period.untilDay) - series.firstMonth);
  let total = 0;
  for (let index = from; index < until; index += 1) total += values[index] as number;
  return total;
}
