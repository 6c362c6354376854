import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import {
  medianOfSorted,
  ordersPerCustomer,
  type Period,
  packedRatio,
  spendPerTransaction,
} from "@/lib/metrics";
import type { OrdersPointDto } from "../buying.types";
import { enoughDto } from "../estimate-dto";
import { DRAWS, isMany } from "../measures/draws";
import { totalOf } from "../measures/measure";
import type { OrderQuarters, QuarterOrders } from "./order-amounts";

type Point = Pick<OrdersPointDto, "orders" | "perCustomer" | "meanSpend" | "medianSpend">;

function pointOf(customers: readonly (readonly number[])[], fewest: number): Point {
  const { mean, median } = spendPerTransaction(customers, DRAWS);
  const counts = customers.map((own) => own.length);
  return {
    orders: totalOf(counts),
    perCustomer: enoughDto(ordersPerCustomer(counts, DRAWS).mean, fewest),
    meanSpend: enoughDto(mean, fewest),
    medianSpend: enoughDto(median, fewest),
  };
}

/** Draws of very many take long and say what the formula for large numbers says; a median has none. */
function pointOfMany(parts: readonly QuarterOrders[], n: number, fewest: number): Point {
  const totals = parts.map((part) => part.totals);
  const counts = totals.map((own) => own.map((_, at) => (at % 2 === 0 ? (own[at + 1] ?? 0) : 1)));
  const value = medianOfSorted(parts.map(({ amounts }) => amounts));
  return {
    orders: totalOf(parts.map(({ amounts }) => amounts.length)),
    perCustomer: enoughDto(packedRatio(counts), fewest),
    meanSpend: enoughDto(packedRatio(totals), fewest),
    medianSpend: enoughDto(
      value === null ? { value, n, reason: "noData" } : { value, n, interval: null },
      fewest,
    ),
  };
}

/** The orders of one of the quarters, three months, and what one is worth. */
export function buildOrders(
  quarters: OrderQuarters,
  quarter: number,
  units: readonly UnitFacts[],
  fewest: number,
): OrdersPointDto {
  const { fromDay, untilDay } = quarters.periods[quarter] as Period;
  const parts = quarters.of(units).flatMap((part) => part[quarter] ?? []);
  const customers = totalOf(parts.map(({ totals }) => totals.length >> 1));
  const ownOf = (unit: UnitFacts) => {
    const own = quarters.amountsOf(unit, quarter);
    return own.length > 0 ? [own] : [];
  };
  return {
    from: isoOfDay(fromDay),
    until: isoOfDay(untilDay),
    ...(isMany(customers)
      ? pointOfMany(parts, customers, fewest)
      : pointOf(units.flatMap(ownOf), fewest)),
  };
}
