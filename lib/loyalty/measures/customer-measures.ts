import { wasActiveAt } from "@/lib/facts/stand-at";
import { assessAt } from "@/lib/facts/workspace-facts";
import {
  type CustomerRetention,
  customerRetention,
  meanInterval,
  salesPerCustomer,
  upsellRatio,
} from "@/lib/metrics";
import { ownedProductTypes } from "@/lib/segments/select-units";
import { monthsBefore, type Scene, stoodAt } from "../scene";
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

function retentionAt(scene: Scene, day: number): CustomerRetention {
  const opening = monthsBefore(day, 12);
  const end = stoodAt(scene, day);
  return customerRetention(
    scene.units.map((unit) => ({
      isActiveAtStart: wasActiveAt(scene.facts, unit, opening),
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

function salesFigure(scene: Scene): Figure {
  const period = yearUpTo(scene.asOfDay);
  const revenue = scene.active.map((assessment) => assessment.revenue.runningMinor);
  const drawn = salesPerCustomer(revenue, isMany(revenue.length) ? { replicates: 1 } : DRAWS);
  const mean = isMany(revenue.length) ? meanInterval(revenue) : drawn.mean;
  if (mean.value === null) return unknown("noData", "noneActive", period);
  return known(
    scene,
    mean,
    { values: revenue, unit: "money" },
    {
      ...period,
      counts: [{ what: "customers", count: mean.n, of: null }],
      inputs: inputs([
        ["runningRevenue", totalOf(revenue), "money"],
        ["activeCustomers", mean.n],
      ]),
      derived: inputs([["median", drawn.median.value, "money"]]),
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
    scene,
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
