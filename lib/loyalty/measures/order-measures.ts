import { sumIn } from "@/lib/facts/sum-in";
import {
  boughtAgainWhenExpected,
  type DiscountRow,
  discountShare,
  type Estimate,
  type Period,
  repurchaseRate,
  shareOf,
} from "@/lib/metrics";
import { perUnit, rowsOf } from "../per-epoch";
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
import { countOf, quarterUpTo, shareOver, shareVerdict, yearUpTo, yesNo } from "./periods";

/** Of each account 1 or 0; null where it was not due. */
function boughtAgain({ facts, units }: Scene, period: Period): Estimate {
  const own = perUnit(facts, `bought again ${period.fromDay} ${period.untilDay}`, ({ history }) => {
    const { orders, quietRanges } = history;
    return boughtAgainWhenExpected([{ orderDays: orders.orderDays, quietRanges }], period).value;
  });
  return shareOver(units, `bought again ${period.fromDay} ${period.untilDay}`, own);
}

/** Of each account 1 or 0; null where it bought nothing. */
function repurchased({ facts, units }: Scene, period: Period): Estimate {
  const own = perUnit(
    facts,
    `repurchased ${period.fromDay} ${period.untilDay}`,
    ({ history }) => repurchaseRate([history.orders.orderDays], period).value,
  );
  return shareOver(units, `repurchased ${period.fromDay} ${period.untilDay}`, own);
}

function boughtAgainFigure(scene: Scene): Figure | NotSuited {
  if (!hasOrders(scene.units)) return NO_ORDERS;
  const period = quarterUpTo(scene.asOfDay);
  const share = boughtAgain(scene, period);
  if (share.value === null) return unknown("noRhythm", "noRhythm", period);
  const before = boughtAgain(scene, quarterUpTo(scene.compareDay));
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
  const period = yearUpTo(scene.asOfDay);
  const rate = repurchased(scene, period);
  if (rate.value === null) return unknown("noOrders", "nobodyOrdered", period);
  return known(scene, rate, yesNo(rate), {
    ...period,
    counts: [{ what: "customers", count: rate.n, of: null }],
    inputs: inputs([
      ["customersBought", rate.n],
      ["twoOrMoreDates", countOf(rate)],
    ]),
    verdict: shareVerdict(scene, rate, repurchased(scene, yearUpTo(scene.compareDay))),
  });
}

/** Credit notes can leave a month with more discounted than bought: no more than all is discounted. */
function listedIn({ facts, units }: Scene, period: Period): readonly DiscountRow[] {
  const own = perUnit(facts, `listed ${period.fromDay} ${period.untilDay}`, ({ series }) => {
    const listMinor = sumIn(series, "listMinor", period);
    const discounted = sumIn(series, "discountedListMinor", period);
    const discountedListMinor = Math.max(0, Math.min(discounted, listMinor));
    return listMinor > 0 ? { listMinor, discountedListMinor } : null;
  });
  return rowsOf(units, `listed ${period.fromDay} ${period.untilDay}`, own);
}

function isDiscounted(rows: readonly DiscountRow[]): boolean {
  return rows.some(({ discountedListMinor }) => discountedListMinor > 0);
}

function discountFigure(scene: Scene): Figure | NotSuited {
  const period = yearUpTo(scene.asOfDay);
  const rows = listedIn(scene, period);
  if (!isDiscounted(rows)) return { hidden: "noDiscounts", help: "listAmounts" };
  const share = discountShare(rows);
  const each = () => rows.map((row) => shareOf(row.discountedListMinor, row.listMinor) ?? 0);
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
