import { perBlock } from "@/lib/facts/per-block";
import { assessAt, type UnitFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import { type Difference, type Interval, shareOf, statisticOrAnswers } from "@/lib/metrics";
import type {
  BaselineDto,
  HelpCode,
  HiddenMeasureDto,
  InputDto,
  MeasureKey,
  MeasureUnit,
  NoFigureReason,
  StripDto,
  TileDto,
  VerdictDto,
} from "../figures.types";
import type { Scene } from "../scene";

/** A figure, or why there is none; what stands around it on the tile is the measure's. */
export type Figure = Pick<
  TileDto,
  | "value"
  | "reason"
  | "help"
  | "interval"
  | "n"
  | "counts"
  | "coverage"
  | "strip"
  | "inputs"
  | "mover"
> & {
  verdict: VerdictDto | null;
  fromDay: number;
  /** First day after the period; by default the day after the as-of date. */
  untilDay?: number;
  /** Where it depends on the data of whom it is ("top 2 of 5"). */
  topOf?: TileDto["topOf"];
};

/** These data do not suit the measure at all: it is hidden, with what would bring it. */
export type NotSuited = { hidden: NoFigureReason; help: HelpCode };

export type Measure = {
  key: MeasureKey;
  unit: TileDto["unit"];
  /** A discount, a loss: below its target is where it should be. */
  isLowerBetter?: boolean;
  definitionKey: string;
  scaleOf(figure: Figure): TileDto["scale"];
  figure(scene: Scene): Figure | NotSuited;
  /** Whether the data suit it; left out where the figure never hides. */
  suits?(scene: Scene): boolean;
  /** Of the figure what a test looks at, where the whole of it takes long. */
  bare?(scene: Scene): Pick<Figure, "value" | "n" | "interval">;
  /** A test against other accounts of its own, where the interval narrows as more of them are heard. */
  differ?(own: Scene, others: Scene): Difference;
};

type Estimated = { value: number | null; n: number; interval?: Interval | null };
type Around = Partial<Figure> & {
  fromDay: number;
  /** Inputs that are statistics themselves: left out where there are too few for one. */
  derived?: InputDto[];
};

/** What the figure is a statistic of: the answers, or one value of each account. */
export type Each = {
  /** Asked for where they are so few that they stand for themselves. */
  values: () => readonly number[];
  unit: StripDto["unit"];
  /** What is counted where there may be too few. */
  per?: "account" | "answer";
};

function plain(estimate: Estimated, { derived = [], ...around }: Around): Figure {
  return {
    value: estimate.value,
    reason: null,
    help: null,
    interval: estimate.interval ?? null,
    n: estimate.n,
    counts: [],
    coverage: null,
    strip: null,
    mover: null,
    verdict: null,
    ...around,
    inputs: estimate.n === 0 ? [] : [...(around.inputs ?? []), ...derived],
  };
}

/** The figure; or, where it would rest on fewer than the setting asks for, what it would be made of. */
export function known(
  { settings }: Scene,
  estimate: Estimated,
  each: Each,
  around: Around,
): Figure {
  const { values, unit, per = "account" } = each;
  const minimum = settings.fewestForStatistic;
  const isEnough = estimate.n >= minimum && estimate.n > 0;
  const few = isEnough
    ? null
    : statisticOrAnswers(values(), () => null, { minimum, units: estimate.n });
  if (few === null) return plain(estimate, around);
  const isAnswers = unit === "answer";
  const code = per === "answer" ? "fewAnswers" : isAnswers ? "fewAccountsAnswers" : "fewAccounts";
  return {
    ...plain(
      { value: null, n: estimate.n },
      { ...around, derived: [], verdict: null, mover: null },
    ),
    reason: isAnswers ? "tooFewAnswers" : "tooFewAccounts",
    help: { code, minimum },
    strip: { values: [...few.answers], unit },
  };
}

export function unknown(reason: NoFigureReason, code: HelpCode, around: Around): Figure {
  const help = { code, minimum: null };
  return { ...plain({ value: null, n: around.n ?? 0 }, around), reason, help };
}

type Row = readonly [
  term: InputDto["term"],
  value: number | null,
  unit?: MeasureUnit,
  topOf?: TileDto["topOf"],
];

/** Inputs that are not known are left out, never shown as 0. */
export function inputs(rows: readonly Row[]): InputDto[] {
  return rows.flatMap(([term, value, unit = "count", topOf = null]) =>
    value === null ? [] : [{ term, value, unit, topOf }],
  );
}

/** What the test of a change said; `change` where the figures shown differ by something else. */
export function verdictOf(
  scene: Scene,
  test: Pick<Difference, "value" | "isRealChange">,
  change: number | null = test.value,
): VerdictDto {
  const { value, isRealChange } = test;
  const since = isoOfDay(scene.compareDay);
  if (isRealChange === null || value === null || change === null)
    return { kind: "notComparable", reason: "noEarlierFigure" };
  if (!isRealChange || Math.sign(value) !== Math.sign(change))
    return { kind: "noRealChange", since, change };
  return { kind: change > 0 ? "up" : "down", since, change };
}

export function isTooFew({ settings }: Scene, ...counts: readonly number[]): boolean {
  return counts.some((count) => count < settings.fewestForStatistic);
}

export function tooFew(): VerdictDto {
  return { kind: "notComparable", reason: "tooFew" };
}

/**
 * Share of the filter's running revenue that belongs to accounts of which something is known.
 * @param key of what; it may look at what `perUnit` may
 */
export function revenueCoverage(
  scene: Scene,
  key: string,
  isKnown: (unit: UnitFacts) => boolean,
): Figure["coverage"] {
  const { facts, units, asOfDay } = scene;
  const assessed = assessAt(facts, asOfDay);
  const parts = perBlock(units, `coverage ${key} ${asOfDay}`, (block) => {
    let [covered, total] = [0, 0];
    for (const unit of block) {
      const assessment = assessed.get(unit.id);
      if (!assessment?.standing) continue;
      total += assessment.revenue.runningMinor;
      if (isKnown(unit)) covered += assessment.revenue.runningMinor;
    }
    return { covered, total };
  });
  const share = shareOf(
    totalOf(parts.map(({ covered }) => covered)),
    totalOf(parts.map(({ total }) => total)),
  );
  return share === null ? null : { share, of: "revenue" };
}

export function totalOf(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

export const shareScale = () => ({ min: 0, max: 1 });

/** From 0 to a little beyond the interval. */
export const moneyScale: Measure["scaleOf"] = ({ interval, value }) => ({
  min: 0,
  max: 1.25 * (interval?.high ?? value ?? 1),
});

export const NO_ORDERS: NotSuited = { hidden: "noOrders", help: "orders" };

export function hasOrders(units: readonly UnitFacts[]): boolean {
  return units.some((unit) => unit.history.orders.totalMinor.length > 0);
}

/** What a measure should be, and where it stood when it was frozen. */
export type Aim = { target: number | null; baseline: BaselineDto | null };

const NO_AIM: Aim = { target: null, baseline: null };

/** Beyond the target on its wrong side, with all of its interval; or on the right one. */
function againstTarget(
  { value, interval, verdict }: TileDto,
  target: number | null,
  isLowerBetter: boolean,
): VerdictDto | null {
  if (target === null || value === null) return verdict;
  if (isLowerBetter) {
    if ((interval?.low ?? value) > target) return { kind: "aboveTarget", target };
    return value <= target ? { kind: "onTarget", target } : verdict;
  }
  if ((interval?.high ?? value) < target) return { kind: "belowTarget", target };
  return value >= target ? { kind: "onTarget", target } : verdict;
}

export function isHidden(result: Figure | NotSuited): result is NotSuited {
  return "hidden" in result;
}

export function hiddenDto(measure: Measure, { hidden, help }: NotSuited): HiddenMeasureDto {
  return { key: measure.key, reason: hidden, help: { code: help, minimum: null } };
}

/** A tile with what is aimed at; what was measured does not change. */
export function withAim(tile: TileDto, { isLowerBetter = false }: Measure, aim = NO_AIM): TileDto {
  return { ...tile, ...aim, verdict: againstTarget(tile, aim.target, isLowerBetter) };
}

export function tileDto(measure: Measure, figure: Figure, scene: Scene): TileDto {
  const { key, unit, definitionKey } = measure;
  const { fromDay, untilDay = scene.asOfDay + 1, ...rest } = figure;
  const { topOf = null, ...shown } = rest;
  return {
    key,
    topOf,
    unit,
    definitionKey,
    ...shown,
    scale: measure.scaleOf(figure),
    ...NO_AIM,
    window: { from: isoOfDay(fromDay), until: isoOfDay(untilDay) },
  };
}
