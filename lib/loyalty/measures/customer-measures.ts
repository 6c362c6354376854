import { assessAt } from "@/lib/facts/workspace-facts";
import {
  type CustomerRetention,
  customerRetention,
  salesPerCustomer,
  upsellRatio,
} from "@/lib/metrics";
import { ownedProductTypes } from "@/lib/segments/select-units";
import { monthsBefore, type Scene } from "../scene";
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

const REPLICATES = 300;

function retentionAt(scene: Scene, day: number): CustomerRetention {
  const opening = monthsBefore(day, 12);
  const end = assessAt(scene.facts, day);
  const start = assessAt(scene.facts, opening);
  return customerRetention(
    scene.units.map((unit) => ({
      isActiveAtStart: Boolean(start.get(unit.id)?.standing),
      isActiveAtEnd: Boolean(end.get(unit.id)?.standing),
      wasActiveBefore: wasCustomerBefore(unit, opening),
    })),
  );
}

function retentionFigure(scene: Scene): Figure {
  const fromDay = monthsBefore(scene.asOfDay, 12);
  const { retention, lost, joined, wonBack } = retentionAt(scene, scene.asOfDay);
  if (retention.value === null)
    return unknown("historyTooShort", "nobodyYearAgo", {
      fromDay,
    });
  return known(retention, yesNo(retention), {
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

function salesFigure(scene: Scene): Figure {
  const period = yearUpTo(scene.asOfDay);
  const revenue = scene.active.map((assessment) => assessment.revenue.runningMinor);
  const { mean, median } = salesPerCustomer(revenue, { replicates: REPLICATES });
  if (mean.value === null) return unknown("noData", "noneActive", period);
  return known(
    mean,
    { values: revenue, unit: "money" },
    {
      ...period,
      counts: [{ what: "customers", count: mean.n, of: null }],
      inputs: inputs([
        ["runningRevenue", totalOf(revenue), "money"],
        ["activeCustomers", mean.n],
      ]),
      derived: inputs([["median", median.value, "money"]]),
    },
  );
}

function upsellFigure(scene: Scene): Figure | NotSuited {
  const { asOfDay } = scene;
  const fromDay = monthsBefore(asOfDay, 12);
  if (scene.facts.productTypes.size < 2) return { hidden: "noProductTypes", help: "productTypes" };
  const assessed = assessAt(scene.facts, asOfDay);
  const counts = scene.units
    .filter((unit) => assessed.get(unit.id)?.standing)
    .map((unit) => ownedProductTypes(unit, asOfDay).size);
  const { share, ratio, multiple, single } = upsellRatio(counts);
  if (share.value === null) return unknown("noData", "noProductType", { fromDay });
  return known(
    share,
    { values: counts.filter((count) => count > 0), unit: "count" },
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

export const salesMeasure: Measure = {
  key: "salesPerCustomer",
  unit: "money",
  definitionKey: "salesPerCustomer",
  scaleOf: moneyScale,
  figure: salesFigure,
};

export const upsellMeasure: Measure = {
  key: "upsellShare",
  unit: "ratio",
  definitionKey: "upsellRatio",
  scaleOf: shareScale,
  figure: upsellFigure,
};
