import { secondOrderWithin } from "@/lib/metrics";
import type { MeasureKey } from "../figures.types";
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
  unknown,
} from "./measure";
import { newcomers } from "./newcomers";

function cameBackWithin(days: ArrayLike<number>, windowDays: number, asOfDay: number): boolean {
  const [first, second] = [days[0], days[1]];
  return (
    first !== undefined && second !== undefined && second <= asOfDay && second - first <= windowDays
  );
}

function secondOrderFigure(scene: Scene, windowDays: number): Figure | NotSuited {
  if (!hasOrders(scene.units)) return NO_ORDERS;
  const { asOfDay } = scene;
  const seen = newcomers(scene.facts, scene.units).filter((days) => (days[0] ?? 0) <= asOfDay);
  const fromDay = seen.reduce((first, days) => Math.min(first, days[0] ?? first), asOfDay);
  const share = secondOrderWithin(seen, { windowDays, asOfDay });
  if (share.value === null)
    return share.reason === "noData"
      ? unknown("noNewcomers", "newcomers", { fromDay })
      : unknown("historyTooShort", "notFollowed", { fromDay });
  const back = seen.map((days) => (cameBackWithin(days, windowDays, asOfDay) ? 1 : 0));
  return known(
    scene,
    share,
    { values: () => back, unit: "yesNo" },
    {
      fromDay,
      counts: [{ what: "customers", count: share.n, of: null }],
      inputs: inputs([
        ["firstBuyers", share.n],
        ["orderedAgainWithin", back.filter((one) => one === 1).length],
      ]),
    },
  );
}

function within(key: MeasureKey, windowDays: number): Measure {
  return {
    key,
    unit: "ratio",
    definitionKey: "secondOrderWithin",
    scaleOf: shareScale,
    figure: (scene) => secondOrderFigure(scene, windowDays),
  };
}

export const secondOrderMeasures: readonly Measure[] = [
  within("secondOrder90", 90),
  within("secondOrder180", 180),
  within("secondOrder365", 365),
];
