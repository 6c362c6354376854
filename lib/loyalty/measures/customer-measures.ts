import { assessAt } from "@/lib/facts/workspace-facts";
import { customerRetention, type Estimate, salesPerCustomer, upsellRatio } from "@/lib/metrics";
import { ownedProductTypes } from "@/lib/segments/select-units";
import { monthsBefore, type Scene } from "../scene";
import {
  type Figure,
  known,
  type Measure,
  moneyScale,
  type NotSuited,
  shareScale,
  unknown,
} from "./measure";
import { shareVerdict, yearUpTo } from "./periods";

const REPLICATES = 300;

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
  scaleOf: moneyScale,
  figure: salesFigure,
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
