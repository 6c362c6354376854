import { isoOfDay, monthNumber } from "@/lib/format/calendar";
import { bootstrap, orderLifetimeValue, type Period } from "@/lib/metrics";
import { monthsBefore, type Scene } from "../scene";
import {
  type Figure,
  hasOrders,
  known,
  type Measure,
  moneyScale,
  NO_ORDERS,
  type NotSuited,
  revenueCoverage,
  unknown,
} from "./measure";
import { yearUpTo } from "./periods";

const REPLICATES = 300;
const DISCOUNT_RATE = 0.1;

type Year = { id: string; orders: number; orderMinor: number; marginMinor: number | null };

/** What each account ordered outside contracts in a period; unknown amounts leave the account out. */
function buyersIn(scene: Scene, period: Period): Year[] {
  const from = monthNumber(isoOfDay(period.fromDay));
  const until = monthNumber(isoOfDay(period.untilDay));
  return scene.units.flatMap(({ id, months }) => {
    const year: Year = { id, orders: 0, orderMinor: 0, marginMinor: 0 };
    for (const row of months) {
      if (row.month < from || row.month >= until) continue;
      if (row.orderMinor === null) return [];
      year.orders += row.orderCount;
      year.orderMinor += row.orderMinor;
      const isKnown = year.marginMinor !== null && row.marginMinor !== null;
      year.marginMinor = isKnown ? (year.marginMinor ?? 0) + (row.marginMinor ?? 0) : null;
    }
    return year.orders > 0 ? [year] : [];
  });
}

const sum = (rows: readonly number[]) => rows.reduce((total, value) => total + value, 0);

function spendPerOrder(rows: readonly Year[]): number {
  return sum(rows.map((row) => row.orderMinor)) / sum(rows.map((row) => row.orders));
}

function spendFigure(scene: Scene): Figure | NotSuited {
  if (!hasOrders(scene.units)) return NO_ORDERS;
  const period = yearUpTo(scene.asOfDay);
  const buyers = buyersIn(scene, period);
  const spend = bootstrap(buyers, spendPerOrder, { replicates: REPLICATES });
  if (spend.value === null)
    return unknown("noOrders", "Nobody ordered in the last 12 whole months.", {
      fromDay: period.fromDay,
    });
  const orders = sum(buyers.map((buyer) => buyer.orders));
  return known(spend, {
    fromDay: period.fromDay,
    counts: [
      { what: "orders", count: orders, of: null },
      { what: "customers", count: buyers.length, of: null },
    ],
  });
}

function lifetimeFigure(scene: Scene): Figure | NotSuited {
  const period = yearUpTo(scene.asOfDay);
  const now = buyersIn(scene, period);
  const priced = now.flatMap(({ id, marginMinor }) =>
    marginMinor === null ? [] : [{ id, marginMinor }],
  );
  if (priced.length === 0)
    return {
      hidden: "noMargins",
      help: "Needs orders whose margin, or whose product type's, is known.",
    };
  const boughtNow = new Set(now.map(({ id }) => id));
  const before = buyersIn(scene, yearUpTo(monthsBefore(scene.asOfDay, 12)));
  const meanMargin = sum(priced.map(({ marginMinor }) => marginMinor)) / priced.length;
  const fromDay = period.fromDay;
  if (meanMargin < 0) return unknown("noData", "The year's buyers brought no margin.", { fromDay });
  const value = orderLifetimeValue({
    yearlyMarginMinor: meanMargin,
    opening: before.length,
    kept: before.filter(({ id }) => boughtNow.has(id)).length,
    discountRate: DISCOUNT_RATE,
  });
  if (value.value === null)
    return unknown("historyTooShort", "Needs two years of orders, and buyers in both.", {
      fromDay,
    });
  return known(value, {
    fromDay,
    counts: [{ what: "customers", count: priced.length, of: now.length }],
    coverage: revenueCoverage(scene, new Set(priced.map(({ id }) => id))),
  });
}

export const spendMeasure: Measure = {
  key: "spendPerTransaction",
  name: "Spend per order",
  population: "mean, 12 months",
  unit: "money",
  definitionKey: "spendPerTransaction",
  scaleOf: moneyScale,
  figure: spendFigure,
};

export const lifetimeMeasure: Measure = {
  key: "customerLifetimeValue",
  name: "Lifetime value",
  population: "of an order customer, margin at 10 % discount",
  unit: "money",
  definitionKey: "orderLifetimeValue",
  scaleOf: moneyScale,
  figure: lifetimeFigure,
};
