import { sumIn } from "@/lib/facts/sum-in";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import {
  bootstrap,
  clusteredRatio,
  meanInterval,
  orderLifetimeValue,
  type Period,
  shareOf,
} from "@/lib/metrics";
import { perUnit, rowsOf } from "../per-epoch";
import { monthsBefore, type Scene } from "../scene";
import { DRAWS, isMany } from "./draws";
import {
  type Figure,
  hasOrders,
  inputs,
  known,
  type Measure,
  moneyScale,
  NO_ORDERS,
  type NotSuited,
  revenueCoverage,
  totalOf,
  unknown,
} from "./measure";
import { yearUpTo } from "./periods";

const DISCOUNT_RATE = 0.1;

type Year = { id: string; orders: number; orderMinor: number; marginMinor: number | null };

/** What an account ordered outside contracts in a period; unknown amounts leave the account out. */
function yearOf({ facts }: Scene, period: Period): (unit: UnitFacts) => Year | null {
  return perUnit(facts, `bought ${period.fromDay} ${period.untilDay}`, ({ id, series }) => {
    const orders = sumIn(series, "orderCount", period);
    const orderMinor = sumIn(series, "bookedMinor", period);
    if (!(orders > 0) || Number.isNaN(orderMinor)) return null;
    const margin = sumIn(series, "marginMinor", period);
    return { id, orders, orderMinor, marginMinor: Number.isNaN(margin) ? null : margin };
  });
}

function buyersIn(scene: Scene, period: Period): readonly Year[] {
  const key = `bought ${period.fromDay} ${period.untilDay}`;
  return rowsOf(scene.units, key, yearOf(scene, period));
}

function spendFigure(scene: Scene): Figure | NotSuited {
  if (!hasOrders(scene.units)) return NO_ORDERS;
  const period = yearUpTo(scene.asOfDay);
  const buyers = buyersIn(scene, period);
  const rows = buyers.map(({ orderMinor, orders }) => ({ y: orderMinor, x: orders }));
  const spend = isMany(rows.length)
    ? clusteredRatio(rows)
    : bootstrap(rows, (drawn) => clusteredRatio(drawn).value, DRAWS);
  if (spend.value === null) return unknown("noOrders", "nobodyOrdered", period);
  const orders = totalOf(rows.map(({ x }) => x));
  return known(
    scene,
    spend,
    { values: () => rows.map(({ y, x }) => shareOf(y, x) ?? 0), unit: "money" },
    {
      ...period,
      counts: [
        { what: "orders", count: orders, of: null },
        { what: "customers", count: buyers.length, of: null },
      ],
      inputs: inputs([
        ["orderedOutside", totalOf(rows.map(({ y }) => y)), "money"],
        ["orders", orders],
        ["customersOrdered", buyers.length],
      ]),
    },
  );
}

type Priced = { id: string; marginMinor: number };

function isPriced(year: Year): year is Year & Priced {
  return year.marginMinor !== null;
}

function lifetimeFigure(scene: Scene): Figure | NotSuited {
  const period = yearUpTo(scene.asOfDay);
  const year = yearOf(scene, period);
  const now = buyersIn(scene, period);
  const priced = now.filter(isPriced);
  const margin = meanInterval(priced.map(({ marginMinor }) => marginMinor)).value;
  if (margin === null)
    return {
      hidden: "noMargins",
      help: "margins",
    };
  if (margin < 0) return unknown("noData", "noMargin", period);
  const boughtNow = new Set(now.map(({ id }) => id));
  const before = buyersIn(scene, yearUpTo(monthsBefore(scene.asOfDay, 12)));
  const kept = before.filter(({ id }) => boughtNow.has(id)).length;
  const value = orderLifetimeValue({
    yearlyMarginMinor: margin,
    opening: before.length,
    kept,
    discountRate: DISCOUNT_RATE,
  });
  if (value.value === null) return unknown("historyTooShort", "twoYears", period);
  return known(
    scene,
    value,
    { values: () => priced.map(({ marginMinor }) => marginMinor), unit: "money" },
    {
      ...period,
      counts: [{ what: "customers", count: priced.length, of: now.length }],
      coverage: revenueCoverage(
        scene,
        `margin ${period.fromDay} ${period.untilDay}`,
        (unit) => (year(unit)?.marginMinor ?? null) !== null,
      ),
      inputs: inputs([
        ["buyersBefore", before.length],
        ["boughtAgain", kept],
      ]),
      derived: inputs([
        ["meanMargin", margin, "money"],
        [value.isLowerBound ? "retentionAtLeast" : "retention", value.retention, "ratio"],
        ["discountRate", DISCOUNT_RATE, "ratio"],
      ]),
    },
  );
}

export const spendMeasure: Measure = {
  key: "spendPerTransaction",
  unit: "money",
  definitionKey: "spendPerTransaction",
  scaleOf: moneyScale,
  figure: spendFigure,
  suits: ({ units }) => hasOrders(units),
};

export const lifetimeMeasure: Measure = {
  key: "customerLifetimeValue",
  unit: "money",
  definitionKey: "orderLifetimeValue",
  scaleOf: moneyScale,
  figure: lifetimeFigure,
  suits: (scene) => buyersIn(scene, yearUpTo(scene.asOfDay)).some(isPriced),
};
