import { wasActiveAt } from "@/lib/facts/stand-at";
import { typesOwnedAt } from "@/lib/facts/type-spans";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import {
  annualisedChurn,
  type CustomerRetention,
  customerRetention,
  meanInterval,
  median,
  type RetentionRow,
  salesPerCustomer,
  upsellRatio,
} from "@/lib/metrics";
import { perUnit, rowsOf } from "../per-epoch";
import { monthsBefore, runningOf, type Scene, stoodAt } from "../scene";
import { activeUnits } from "./answered";
import { DRAWS, isMany } from "./draws";
import {
  type Figure,
  inputs,
  known,
  type Measure,
  moneyScale,
  type NotSuited,
  shareScale,
  totalOf,
  unknown,
} from "./measure";
import { countOf, shareVerdict, wasCustomerBefore, yearUpTo, yesNo } from "./periods";

export type CustomerRow = RetentionRow & { unit: UnitFacts };

/** Of each account: a customer so many months before a day, and on it. */
export function customerRows(scene: Scene, day: number, months = 12): readonly CustomerRow[] {
  const opening = monthsBefore(day, months);
  const end = stoodAt(scene, day);
  const key = `customer row ${day} ${months}`;
  const rowOf = perUnit(scene.facts, key, (unit) => ({
    unit,
    isActiveAtStart: wasActiveAt(scene.facts, unit, opening),
    isActiveAtEnd: Boolean(end.get(unit.id)?.standing),
    wasActiveBefore: wasCustomerBefore(unit, opening),
  }));
  return rowsOf(scene.units, key, rowOf);
}

function retentionAt(scene: Scene, day: number, months = 12): CustomerRetention {
  return customerRetention(customerRows(scene, day, months));
}

function retentionFigure(scene: Scene): Figure {
  const fromDay = monthsBefore(scene.asOfDay, 12);
  const { retention, lost, joined, wonBack } = retentionAt(scene, scene.asOfDay);
  if (retention.value === null)
    return unknown("historyTooShort", "nobodyYearAgo", {
      fromDay,
    });
  return known(scene, retention, yesNo(retention), {
    fromDay,
    counts: [{ what: "customers", count: retention.n, of: null }],
    inputs: inputs([
      ["customersAtStart", retention.n],
      ["stillCustomers", countOf(retention)],
      ["lost", lost],
      ["newSince", joined],
      ["wonBackSince", wonBack],
    ]),
    verdict: shareVerdict(scene, retention, retentionAt(scene, scene.compareDay).retention),
  });
}

/** The quarter that closes at the day; a year's churn is the other side of the year's retention. */
function churnFigure(scene: Scene): Figure {
  const fromDay = monthsBefore(scene.asOfDay, 3);
  const { churn, lost, joined, wonBack } = retentionAt(scene, scene.asOfDay, 3);
  if (churn.value === null) return unknown("historyTooShort", "nobodyQuarterAgo", { fromDay });
  const before = retentionAt(scene, scene.compareDay, 3).churn;
  return known(scene, churn, yesNo(churn), {
    fromDay,
    counts: [{ what: "customers", count: churn.n, of: null }],
    inputs: inputs([
      ["customersAtStart", churn.n],
      ["lost", lost],
      ["newSince", joined],
      ["wonBackSince", wonBack],
    ]),
    derived: inputs([["inAYear", annualisedChurn(churn.value, 3), "ratio"]]),
    verdict: shareVerdict(scene, churn, before),
  });
}

function salesFigure(scene: Scene): Figure {
  const period = yearUpTo(scene.asOfDay);
  const revenue = runningOf(scene.facts, scene.units, scene.asOfDay);
  const drawn = isMany(revenue.length) ? null : salesPerCustomer(revenue, DRAWS);
  const mean = drawn ? drawn.mean : meanInterval(revenue);
  if (mean.value === null) return unknown("noData", "noneActive", period);
  return known(
    scene,
    mean,
    { values: () => revenue, unit: "money" },
    {
      ...period,
      counts: [{ what: "customers", count: mean.n, of: null }],
      inputs: inputs([
        ["runningRevenue", totalOf(revenue), "money"],
        ["activeCustomers", mean.n],
      ]),
      derived: inputs([["median", drawn ? drawn.median.value : median(revenue), "money"]]),
    },
  );
}

function hasTypes({ productTypes }: WorkspaceFacts): boolean {
  return productTypes.size >= 2;
}

function upsellFigure(scene: Scene, ownedBy: OwnedBy): Figure | NotSuited {
  const { asOfDay } = scene;
  const fromDay = monthsBefore(asOfDay, 12);
  if (!hasTypes(scene.facts)) return { hidden: "noProductTypes", help: "productTypes" };
  const counts = activeUnits(scene, asOfDay).map(ownedBy(scene));
  const { share, ratio, multiple, single } = upsellRatio(counts);
  if (share.value === null) return unknown("noData", "noProductType", { fromDay });
  return known(
    scene,
    share,
    { values: () => counts.filter((count) => count > 0), unit: "count" },
    {
      fromDay,
      counts: [{ what: "customers", count: share.n, of: null }],
      inputs: inputs([
        ["moreThanOne", multiple],
        ["exactlyOne", single],
        ["noneKnown", counts.length - share.n],
      ]),
      derived: inputs([["upsellRatio", ratio.value, "rate"]]),
    },
  );
}

export const customerRetentionMeasure: Measure = {
  key: "customerRetention",
  unit: "ratio",
  definitionKey: "customerRetention",
  scaleOf: shareScale,
  figure: retentionFigure,
};

export const customerChurnMeasure: Measure = {
  key: "customerChurn",
  isLowerBetter: true,
  unit: "ratio",
  definitionKey: "customerRetention",
  scaleOf: (figure) => ({ min: 0, max: Math.max(0.25, figure.interval?.high ?? 0) }),
  figure: churnFigure,
};

export const salesMeasure: Measure = {
  key: "salesPerCustomer",
  unit: "money",
  definitionKey: "salesPerCustomer",
  scaleOf: moneyScale,
  figure: salesFigure,
};

/** How many product types an account owns on the day of the scene. */
type OwnedBy = (scene: Scene) => (unit: UnitFacts) => number;

/** The measure over product types of the day, from the facts or read line by line. */
export function upsellMeasureOf(ownedBy: OwnedBy): Measure {
  return {
    key: "upsellShare",
    unit: "ratio",
    definitionKey: "upsellRatio",
    scaleOf: shareScale,
    figure: (scene) => upsellFigure(scene, ownedBy),
    suits: ({ facts }) => hasTypes(facts),
  };
}

export const upsellMeasure = upsellMeasureOf(({ facts, asOfDay }) =>
  perUnit(
    facts,
    `types owned ${asOfDay}`,
    ({ productTypes }) => typesOwnedAt(productTypes, asOfDay).size,
  ),
);
