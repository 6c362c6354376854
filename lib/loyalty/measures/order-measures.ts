import { assessAt } from "@/lib/facts/workspace-facts";
import { dayNumber, isoOfDay, isoOfMonth, monthNumber } from "@/lib/format/calendar";
import {
  boughtAgainWhenExpected,
  clusteredRatio,
  customerRetention,
  type Estimate,
  lastWholeMonth,
  newcombeDifference,
  type Period,
  repurchaseRate,
  salesPerCustomer,
  upsellRatio,
} from "@/lib/metrics";
import { ownedProductTypes } from "@/lib/segments/select-units";
import type { CountDto, VerdictDto } from "../figures.types";
import { monthsBefore, type Scene } from "../scene";
import {
  type Figure,
  hasOrders,
  known,
  type Measure,
  type NotSuited,
  shareScale,
  tooFew,
  unknown,
  verdictOf,
} from "./measure";

const MIN_CUSTOMERS = 10;
const REPLICATES = 300;
const NO_ORDERS: NotSuited = { hidden: "noOrders", help: "Needs orders outside contracts." };

/** Two shares of independent periods; each estimate's value is a count over its n. */
function shareVerdict(scene: Scene, now: Estimate, before: Estimate): VerdictDto {
  if (now.value === null || before.value === null)
    return { kind: "notComparable", reason: "noEarlierFigure" };
  if (now.n < MIN_CUSTOMERS || before.n < MIN_CUSTOMERS) return tooFew();
  const count = (share: { value: number; n: number }) => Math.round(share.value * share.n);
  const test = newcombeDifference(count(now), now.n, count(before), before.n);
  const change = now.value - before.value;
  return verdictOf(scene, { isReal: test.isRealChange, tested: test.value, change });
}

function quarterUpTo(day: number): Period {
  return { fromDay: monthsBefore(day, 3) + 1, untilDay: day + 1 };
}

function yearUpTo(day: number): Period {
  const last = lastWholeMonth(day);
  return { fromDay: dayNumber(isoOfMonth(last - 11)), untilDay: dayNumber(isoOfMonth(last + 1)) };
}

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

function retentionAt(scene: Scene, day: number): Estimate {
  const end = assessAt(scene.facts, day);
  const start = assessAt(scene.facts, monthsBefore(day, 12));
  return customerRetention(
    scene.units.map(({ id }) => ({
      isActiveAtStart: Boolean(start.get(id)?.standing),
      isActiveAtEnd: Boolean(end.get(id)?.standing),
    })),
  ).retention;
}

function retentionFigure(scene: Scene): Figure {
  const fromDay = monthsBefore(scene.asOfDay, 12);
  const retention = retentionAt(scene, scene.asOfDay);
  if (retention.value === null)
    return unknown("historyTooShort", "Nobody was a customer 12 months before this date.", {
      fromDay,
    });
  return known(retention, {
    fromDay,
    counts: [{ what: "customers", count: retention.n, of: null }],
    verdict: shareVerdict(scene, retention, retentionAt(scene, scene.compareDay)),
  });
}

function salesFigure(scene: Scene): Figure {
  const fromDay = yearUpTo(scene.asOfDay).fromDay;
  const revenue = scene.active.map((assessment) => assessment.revenue.runningMinor);
  const { mean } = salesPerCustomer(revenue, { replicates: REPLICATES });
  if (mean.value === null)
    return unknown("noData", "No account is active on this date.", { fromDay });
  return known(mean, {
    fromDay,
    counts: [{ what: "customers", count: mean.n, of: null }],
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

function upsellAt(scene: Scene, day: number): Estimate {
  const assessed = assessAt(scene.facts, day);
  const active = scene.units.filter((unit) => assessed.get(unit.id)?.standing);
  return upsellRatio(active.map((unit) => ownedProductTypes(unit, day).size)).share;
}

function upsellFigure(scene: Scene): Figure | NotSuited {
  const fromDay = monthsBefore(scene.asOfDay, 12);
  if (scene.facts.productTypes.size < 2)
    return { hidden: "noProductTypes", help: "Needs orders or contracts with product types." };
  const share = upsellAt(scene, scene.asOfDay);
  if (share.value === null)
    return unknown("noData", "No active account has a product type.", { fromDay });
  return known(share, {
    fromDay,
    counts: [{ what: "customers", count: share.n, of: null }],
  });
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

export const customerRetentionMeasure: Measure = {
  key: "customerRetention",
  name: "Customer retention",
  population: "12 months",
  unit: "ratio",
  definitionKey: "customerRetention",
  scaleOf: shareScale,
  figure: retentionFigure,
};

export const salesMeasure: Measure = {
  key: "salesPerCustomer",
  name: "Sales per customer",
  population: "mean, 12 months",
  unit: "money",
  definitionKey: "salesPerCustomer",
  scaleOf: ({ interval, value }) => ({ min: 0, max: 1.25 * (interval?.high ?? value ?? 1) }),
  figure: salesFigure,
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

export const upsellMeasure: Measure = {
  key: "upsellShare",
  name: "More than one product type",
  population: "of active customers",
  unit: "ratio",
  definitionKey: "upsellRatio",
  scaleOf: shareScale,
  figure: upsellFigure,
};
