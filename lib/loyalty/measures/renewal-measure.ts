import {
  clusteredDifference,
  type DueContract,
  type RatioRow,
  renewalRate,
  shareOf,
} from "@/lib/metrics";
import { monthsBefore, type Scene } from "../scene";
import { dueContracts } from "./due-contracts";
import {
  type Figure,
  inputs,
  isTooFew,
  known,
  type Measure,
  type NotSuited,
  shareScale,
  tooFew,
  totalOf,
  unknown,
  verdictOf,
} from "./measure";

function dueAt(scene: Scene, day: number): DueContract[][] {
  const period = { fromDay: monthsBefore(day, 12) + 1, untilDay: day + 1 };
  return scene.units.map((unit) => dueContracts(unit, period));
}

function ratioRow(contracts: readonly DueContract[] | undefined): RatioRow | null {
  if (!contracts || contracts.length === 0) return null;
  return { y: contracts.filter(({ isRenewed }) => isRenewed).length, x: contracts.length };
}

function changeVerdict(scene: Scene, now: readonly DueContract[][]) {
  const before = dueAt(scene, scene.compareDay);
  const pairs = now.flatMap((due, at) => {
    const pair = { now: ratioRow(due), before: ratioRow(before[at]) };
    return pair.now === null && pair.before === null ? [] : [pair];
  });
  return isTooFew(scene, pairs.length) ? tooFew() : verdictOf(scene, clusteredDifference(pairs));
}

function yearlyOf(contracts: readonly DueContract[]): number {
  return totalOf(contracts.map(({ valueMinor }) => valueMinor));
}

function renewalFigure(scene: Scene): Figure | NotSuited {
  if (!scene.units.some(({ history }) => history.contracts.length > 0))
    return { hidden: "noContracts", help: "contracts" };
  const fromDay = monthsBefore(scene.asOfDay, 12);
  const due = dueAt(scene, scene.asOfDay);
  const { rate, valueRate, due: count, renewed } = renewalRate(due);
  if (rate.value === null) return unknown("noData", "noneDue", { fromDay });
  const each = due.flatMap((contracts) => {
    const row = ratioRow(contracts);
    return row === null ? [] : [shareOf(row.y, row.x) ?? 0];
  });
  return known(
    scene,
    rate,
    { values: each, unit: "ratio" },
    {
      fromDay,
      counts: [{ what: "accounts", count: rate.n, of: null }],
      inputs: inputs([
        ["contractsDue", count],
        ["contractsRenewed", renewed],
        ["valueDue", yearlyOf(due.flat()), "money"],
        ["valueRenewed", yearlyOf(due.flat().filter(({ isRenewed }) => isRenewed)), "money"],
      ]),
      derived: inputs([["valueRenewedShare", valueRate.value, "ratio"]]),
      verdict: changeVerdict(scene, due),
    },
  );
}

export const renewalRateMeasure: Measure = {
  key: "renewalRate",
  unit: "ratio",
  definitionKey: "renewalRate",
  scaleOf: shareScale,
  figure: renewalFigure,
};
