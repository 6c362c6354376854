import { isoOfDay, monthNumber } from "@/lib/format/calendar";
import {
  boughtAgainWhenExpected,
  clusteredRatio,
  type Period,
  repurchaseRate,
} from "@/lib/metrics";
import type { CountDto } from "../figures.types";
import type { Scene } from "../scene";
import {
  type Figure,
  hasOrders,
  known,
  type Measure,
  NO_ORDERS,
  type NotSuited,
  shareScale,
  unknown,
} from "./measure";
import { quarterUpTo, shareVerdict, yearUpTo } from "./periods";

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
  if (share.value === null)
    return unknown("noRhythm", "No customer's own rhythm had an order due in these three months.", {
      fromDay: period.fromDay,
    });
  const before = boughtAgainWhenExpected(rhythms(scene), quarterUpTo(scene.compareDay));
  return known(share, {
    fromDay: period.fromDay,
    counts: [{ what: "customers", count: share.n, of: null }],
    verdict: shareVerdict(scene, share, before),
  });
}

function repurchaseFigure(scene: Scene): Figure | NotSuited {
  if (!hasOrders(scene.units)) return NO_ORDERS;
  const customers = scene.units.map(({ history }) => history.orders.orderDays);
  const period = yearUpTo(scene.asOfDay);
  const rate = repurchaseRate(customers, period);
  if (rate.value === null)
    return unknown("noOrders", "Nobody ordered in the last 12 whole months.", {
      fromDay: period.fromDay,
    });
  return known(rate, {
    fromDay: period.fromDay,
    counts: [{ what: "customers", count: rate.n, of: null }],
    verdict: shareVerdict(scene, rate, repurchaseRate(customers, yearUpTo(scene.compareDay))),
  });
}

type Listed = { list: number; discounted: number };

function listedOf(scene: Scene, period: Period): Listed[] {
  const from = monthNumber(isoOfDay(period.fromDay));
  const until = monthNumber(isoOfDay(period.untilDay));
  return scene.units.map((unit) => {
    const months = unit.months.filter(({ month }) => month >= from && month < until);
    return {
      list: months.reduce((sum, row) => sum + row.listMinor, 0),
      discounted: months.reduce((sum, row) => sum + row.discountedListMinor, 0),
    };
  });
}

function discountFigure(scene: Scene): Figure | NotSuited {
  const period = yearUpTo(scene.asOfDay);
  const rows = listedOf(scene, period).filter(({ list }) => list > 0);
  if (!rows.some(({ discounted }) => discounted > 0))
    return { hidden: "noDiscounts", help: "Needs orders with a list amount beside what was paid." };
  const share = clusteredRatio(rows.map(({ discounted, list }) => ({ y: discounted, x: list })));
  const counts: CountDto[] = [{ what: "customers", count: share.n, of: null }];
  return known(share, { fromDay: period.fromDay, counts });
}

export const boughtAgainMeasure: Measure = {
  key: "boughtAgainWhenExpected",
  name: "Bought again",
  population: "when expected",
  unit: "ratio",
  definitionKey: "boughtAgainWhenExpected",
  scaleOf: shareScale,
  figure: boughtAgainFigure,
};

export const repurchaseMeasure: Measure = {
  key: "repurchaseRate",
  name: "Repurchase",
  population: "of the year's buyers",
  unit: "ratio",
  definitionKey: "repurchaseRate",
  scaleOf: shareScale,
  figure: repurchaseFigure,
};

export const discountMeasure: Measure = {
  key: "discountShare",
  name: "Bought on discount",
  population: "share of list value",
  unit: "ratio",
  definitionKey: "clusteredRatio",
  scaleOf: shareScale,
  figure: discountFigure,
};
