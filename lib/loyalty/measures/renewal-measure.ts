import type { UnitFacts } from "@/lib/facts/workspace-facts";
import {
  clusteredDifference,
  type DueContract,
  type RatioRow,
  renewalRate,
  shareOf,
} from "@/lib/metrics";
import { perUnit, rowsOf } from "../per-epoch";
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

type Due = readonly DueContract[];

const NONE: Due = [];

function dueBy({ facts }: Scene, day: number): (unit: UnitFacts) => Due {
  const period = { fromDay: monthsBefore(day, 12) + 1, untilDay: day + 1 };
  return perUnit(facts, `due contracts ${day}`, (unit) => {
    const due = unit.history.contracts.length === 0 ? NONE : dueContracts(unit, period);
    return due.length === 0 ? NONE : due;
  });
}

function dueAt(scene: Scene, day: number): readonly Due[] {
  return rowsOf(scene.units, `due contracts ${day}`, dueBy(scene, day));
}

function ratioRow(contracts: Due): RatioRow | null {
  if (contracts.length === 0) return null;
  return { y: contracts.filter(({ isRenewed }) => isRenewed).length, x: contracts.length };
}

function changeVerdict(scene: Scene) {
  const { asOfDay, compareDay } = scene;
  const [dueNow, dueBefore] = [dueBy(scene, asOfDay), dueBy(scene, compareDay)];
  const pairs = rowsOf(scene.units, `due contracts ${asOfDay} ${compareDay}`, (unit) => {
    const pair = { now: ratioRow(dueNow(unit)), before: ratioRow(dueBefore(unit)) };
    return pair.now === null && pair.before === null ? null : pair;
  });
  return isTooFew(scene, pairs.length) ? tooFew() : verdictOf(scene, clusteredDifference(pairs));
}

function yearlyOf(contracts: Due): number {
  return totalOf(contracts.map(({ valueMinor }) => valueMinor));
}

function renewalFigure(scene: Scene): Figure | NotSuited {
  if (!scene.units.some(({ history }) => history.contracts.length > 0))
    return { hidden: "noContracts", help: "contracts" };
  const fromDay = monthsBefore(scene.asOfDay, 12);
  const due = dueAt(scene, scene.asOfDay);
  const { rate, valueRate, due: count, renewed } = renewalRate(due);
  if (rate.value === null) return unknown("noData", "noneDue", { fromDay });
  const each = () =>
    due.flatMap((contracts) => {
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
      verdict: changeVerdict(scene),
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
