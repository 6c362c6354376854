import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import {
  clusteredRatio,
  median,
  ordersPerCustomer,
  type Period,
  spendPerTransaction,
} from "@/lib/metrics";
import type { OrdersPointDto } from "../buying.types";
import { type EstimateDto, enoughDto } from "../estimate-dto";
import { DRAWS, isMany } from "../measures/draws";
import { totalOf } from "../measures/measure";
import type { OrderQuarters } from "./order-amounts";

/** Draws of very many take long and say what the formula for large numbers says; a median has none. */
function spendOf(customers: readonly (readonly number[])[], fewest: number) {
  if (!isMany(customers.length)) {
    const { mean, median } = spendPerTransaction(customers, DRAWS);
    return { meanSpend: enoughDto(mean, fewest), medianSpend: enoughDto(median, fewest) };
  }
  const mean = clusteredRatio(customers.map((own) => ({ y: totalOf(own), x: own.length })));
  const value = median(customers.flat());
  const n = customers.length;
  return {
    meanSpend: enoughDto(mean, fewest),
    medianSpend: enoughDto(
      value === null ? { value, n, reason: "noData" } : { value, n, interval: null },
      fewest,
    ),
  };
}

function ordersOf(customers: readonly (readonly number[])[], fewest: number): EstimateDto {
  const counts = customers.map((own) => own.length);
  if (!isMany(counts.length)) return enoughDto(ordersPerCustomer(counts, DRAWS).mean, fewest);
  return enoughDto(clusteredRatio(counts.map((y) => ({ y, x: 1 }))), fewest);
}

/** The orders of one of the quarters, three months, and what one is worth. */
export function buildOrders(
  { periods, amountsOf }: OrderQuarters,
  quarter: number,
  units: readonly UnitFacts[],
  fewest: number,
): OrdersPointDto {
  const { fromDay, untilDay } = periods[quarter] as Period;
  const customers = units.flatMap((unit) => {
    const own = amountsOf(unit)[quarter] ?? [];
    return own.length > 0 ? [own] : [];
  });
  return {
    from: isoOfDay(fromDay),
    until: isoOfDay(untilDay),
    orders: totalOf(customers.map((own) => own.length)),
    perCustomer: ordersOf(customers, fewest),
    ...spendOf(customers, fewest),
  };
}
