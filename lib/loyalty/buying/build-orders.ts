import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import { clusteredRatio, ordersPerCustomer, spendPerTransaction } from "@/lib/metrics";
import type { OrdersPointDto } from "../buying.types";
import { type EstimateDto, enoughDto } from "../estimate-dto";
import { DRAWS, isMany } from "../measures/draws";
import { totalOf } from "../measures/measure";
import type { OrderQuarter } from "./order-amounts";

const ONCE = { replicates: 1 } as const;

function withoutInterval(estimate: EstimateDto): EstimateDto {
  return { ...estimate, low: null, high: null };
}

/** Draws of very many take long and say what the formula for large numbers says; a median has none. */
function spendOf(customers: readonly number[][], fewest: number) {
  const drawn = spendPerTransaction(customers, isMany(customers.length) ? ONCE : DRAWS);
  if (!isMany(customers.length))
    return {
      meanSpend: enoughDto(drawn.mean, fewest),
      medianSpend: enoughDto(drawn.median, fewest),
    };
  const mean = clusteredRatio(customers.map((own) => ({ y: totalOf(own), x: own.length })));
  return {
    meanSpend: enoughDto(mean, fewest),
    medianSpend: withoutInterval(enoughDto(drawn.median, fewest)),
  };
}

function ordersOf(customers: readonly number[][], fewest: number): EstimateDto {
  const counts = customers.map((own) => own.length);
  if (!isMany(counts.length)) return enoughDto(ordersPerCustomer(counts, DRAWS).mean, fewest);
  return enoughDto(clusteredRatio(counts.map((y) => ({ y, x: 1 }))), fewest);
}

/** The orders of three months, and what one is worth. */
export function buildOrders(
  { period, amounts }: OrderQuarter,
  units: readonly UnitFacts[],
  fewest: number,
): OrdersPointDto {
  const customers = units.flatMap(({ id }) => {
    const own = amounts.get(id);
    return own ? [own] : [];
  });
  return {
    from: isoOfDay(period.fromDay),
    until: isoOfDay(period.untilDay),
    orders: totalOf(customers.map((own) => own.length)),
    perCustomer: ordersOf(customers, fewest),
    ...spendOf(customers, fewest),
  };
}
