import { quietRanges } from "@/lib/facts/quiet-weeks";
import { dayNumber, isoOfDay } from "@/lib/format/calendar";
import type { Customer } from "./accounts";
import type { World } from "./world";

/**
 * Order days told backwards in open days, as the product counts them: the first number is the days
 * since the last order, the others the gaps before it, newest first. So a story stands on any day.
 */
export function orderDaysBack(world: World, customer: Customer, gaps: readonly number[]): string[] {
  const asOf = dayNumber(world.asOf);
  const year = Number(world.asOf.slice(0, 4));
  const quiet = quietRanges(customer.country, year - 6, year);
  const isQuiet = (day: number) =>
    quiet.some(({ fromDay, untilDay }) => fromDay <= day && day < untilDay);
  const days: string[] = [];
  let day = asOf;
  for (const gap of gaps) {
    for (let open = 0; open < gap; day -= 1) if (!isQuiet(day)) open += 1;
    days.push(isoOfDay(day));
  }
  return days.reverse();
}
