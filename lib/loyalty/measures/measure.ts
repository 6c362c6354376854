import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import type { Interval } from "@/lib/metrics";
import type {
  HiddenMeasureDto,
  MeasureKey,
  NoFigureReason,
  TileDto,
  VerdictDto,
} from "../figures.types";
import type { Scene } from "../scene";

/** A figure, or why there is none; what stands around it on the tile is the measure's. */
export type Figure = Pick<
  TileDto,
  "value" | "reason" | "help" | "interval" | "n" | "counts" | "coverage" | "answers" | "mover"
> & {
  verdict: VerdictDto | null;
  fromDay: number;
  /** Where the measure's own words depend on the data ("top 2 of 5"). */
  population?: string;
};

/** These data do not suit the measure at all: it is hidden, with what would bring it. */
export type NotSuited = { hidden: NoFigureReason; help: string };

export type Measure = {
  key: MeasureKey;
  name: string;
  population: string;
  unit: TileDto["unit"];
  definitionKey: string;
  scaleOf(figure: Figure): TileDto["scale"];
  figure(scene: Scene): Figure | NotSuited;
};

type Estimated = { value: number | null; n: number; interval?: Interval | null };

export function known(estimate: Estimated, rest: Partial<Figure> & { fromDay: number }): Figure {
  return {
    value: estimate.value,
    reason: null,
    help: null,
    interval: estimate.interval ?? null,
    n: estimate.n,
    counts: [],
    coverage: null,
    answers: null,
    mover: null,
    verdict: null,
    ...rest,
  };
}

export function unknown(
  reason: NoFigureReason,
  help: string,
  rest: Partial<Figure> & { fromDay: number },
): Figure {
  return { ...known({ value: null, n: rest.n ?? 0 }, rest), reason, help };
}

/** What a test said about a change; the change itself is the difference of the two figures shown. */
export function verdictOf(
  scene: Scene,
  test: { isReal: boolean | null; tested: number | null; change: number | null },
): VerdictDto {
  const { isReal, tested, change } = test;
  const since = isoOfDay(scene.compareDay);
  if (isReal === null || tested === null || change === null)
    return { kind: "notComparable", reason: "noEarlierFigure" };
  if (!isReal || Math.sign(tested) !== Math.sign(change))
    return { kind: "noRealChange", since, change };
  return { kind: change > 0 ? "up" : "down", since, change };
}

export function tooFew(): VerdictDto {
  return { kind: "notComparable", reason: "tooFew" };
}

/** Share of the filter's running revenue that belongs to these accounts. */
export function revenueCoverage(scene: Scene, accountIds: ReadonlySet<string>): Figure["coverage"] {
  let total = 0;
  let covered = 0;
  for (const { accountId, revenue } of scene.active) {
    total += revenue.runningMinor;
    if (accountIds.has(accountId)) covered += revenue.runningMinor;
  }
  return total === 0 ? null : { share: covered / total, of: "revenue" };
}

export const shareScale = () => ({ min: 0, max: 1 });

/** From 0 to a little beyond the interval. */
export const moneyScale: Measure["scaleOf"] = ({ interval, value }) => ({
  min: 0,
  max: 1.25 * (interval?.high ?? value ?? 1),
});

export const NO_ORDERS: NotSuited = { hidden: "noOrders", help: "Needs orders outside contracts." };

export function hasOrders(units: readonly UnitFacts[]): boolean {
  return units.some((unit) => unit.history.orders.totalMinor.length > 0);
}

function withTarget(figure: Figure, target: number | null): VerdictDto | null {
  if (target === null || figure.value === null) return figure.verdict;
  const high = figure.interval?.high ?? figure.value;
  if (high < target) return { kind: "belowTarget", target };
  return figure.value >= target ? { kind: "onTarget", target } : figure.verdict;
}

export function isHidden(result: Figure | NotSuited): result is NotSuited {
  return "hidden" in result;
}

export function hiddenDto(measure: Measure, { hidden, help }: NotSuited): HiddenMeasureDto {
  return { key: measure.key, name: measure.name, reason: hidden, help };
}

export function tileDto(
  measure: Measure,
  figure: Figure,
  scene: Scene,
  target: number | null,
): TileDto {
  const { key, name, unit, definitionKey } = measure;
  const { fromDay, population = measure.population, ...shown } = figure;
  return {
    key,
    name,
    population,
    unit,
    definitionKey,
    ...shown,
    scale: measure.scaleOf(figure),
    verdict: withTarget(figure, target),
    target,
    window: { from: isoOfDay(fromDay), until: isoOfDay(scene.asOfDay) },
  };
}
