import { sumIn } from "@/lib/facts/sum-in";
import {
  boughtAgainWhenExpected,
  type DiscountRow,
  discountShare,
  type Period,
  repurchaseRate,
  shareOf,
} from "@/lib/metrics";
import type { Scene } from "../scene";
import {
  type Figure,
  hasOrders,
  inputs,
  known,
  type Measure,
  NO_ORDERS,
  type NotSuited,
  shareScale,
  totalOf,
  unknown,
} from "./measure";
import { countOf, quarterUpTo, shareVerdict, yearUpTo, yesNo } from "./periods";

function rhythms(scene: Scene) {
  return scene.units.map(({ history }) => ({
    orderDays: history.orders.orderDays,
    quietRanges: history.quietRanges,
  }));
}

function boughtAgainFigure(scene: Scene): Figure | NotSuited {
  if (!hasOrders(scene.units)) return NO_ORDERS;
  const period = quarterUpTo(scene.asOfDay);
  const share = boughtAgainWhenExpected(rhythms(scene), period);
  if (share.value === null) return unknown("noRhythm", "noRhythm", period);
  const before = boughtAgainWhenExpected(rhythms(scene), quarterUpTo(scene.compareDay));
  return known(scene, share, yesNo(share), {
    ...period,
    counts: [{ what: "customers", count: share.n, of: null }],
    inputs: inputs([
      ["customersDue", share.n],
      ["orderedInTime", countOf(share)],
    ]),
    verdict: shareVerdict(scene, share, before),
  });
}

function repurchaseFigure(scene: Scene): Figure | NotSuited {
  if (!hasOrders(scene.units)) return NO_ORDERS;
  const customers = scene.units.map(({ history }) => history.orders.orderDays);
  const period = yearUpTo(scene.asOfDay);
  const rate = repurchaseRate(customers, period);
  if (rate.value === null) return unknown("noOrders", "nobodyOrdered", period);
  return known(scene, rate, yesNo(rate), {
    ...period,
    counts: [{ what: "customers", count: rate.n, of: null }],
    inputs: inputs([
      ["customersBought", rate.n],
      ["twoOrMoreDates", countOf(rate)],
    ]),
    verdict: shareVerdict(scene, rate, repurchaseRate(customers, yearUpTo(scene.compareDay))),
  });
}

/** Credit notes can leave a month with more discounted than bought: no more than all is discounted. */
function listedIn(scene: Scene, period: Period): DiscountRow[] {
  return scene.units.flatMap(({ series }) => {
    const listMinor = sumIn(series, "listMinor", period);
    const discounted = sumIn(series, "discountedListMinor", period);
    const discountedListMinor = Math.max(0, Math.min(discounted, listMinor));
    return listMinor > 0 ? [{ listMinor, discountedListMinor }] : [];
  });
}

function isDiscounted(rows: readonly DiscountRow[]): boolean {
  return rows.some(({ discountedListMinor }) => discountedListMinor > 0);
}

function discountFigure(scene: Scene): Figure | NotSuited {
  const period = yearUpTo(scene.asOfDay);
  const rows = listedIn(scene, period);
  if (!isDiscounted(rows)) return { hidden: "noDiscounts", help: "listAmounts" };
  const share = discountShare(rows);
  const each = rows.map((row) => shareOf(row.discountedListMinor, row.listMinor) ?? 0);
  return known(
    scene,
    share,
    { values: each, unit: "ratio" },
    {
      ...period,
      counts: [{ what: "customers", count: share.n, of: null }],
      inputs: inputs([
        ["listAll", totalOf(rows.map((row) => row.listMinor)), "money"],
        ["listDiscounted", totalOf(rows.map((row) => row.discountedListMinor)), "money"],
      ]),
    },
  );
}

export const boughtAgainMeasure: Measure = {
  key: "boughtAgainWhenExpected",
  unit: "ratio",
  definitionKey: "boughtAgainWhenExpected",
  scaleOf: shareScale,
  figure: boughtAgainFigure,
  suits: ({ units }) => hasOrders(units),
};

export const repurchaseMeasure: Measure = {
  key: "repurchaseRate",
  unit: "ratio",
  definitionKey: "repurchaseRate",
  scaleOf: shareScale,
  figure: repurchaseFigure,
  suits: ({ units }) => hasOrders(units),
};

export const discountMeasure: Measure = {
  isLowerBetter: true,
  key: "discountShare",
  unit: "ratio",
  definitionKey: "discountShare",
  scaleOf: shareScale,
  figure: discountFigure,
  suits: (scene) => isDiscounted(listedIn(scene, yearUpTo(scene.asOfDay))),
};
