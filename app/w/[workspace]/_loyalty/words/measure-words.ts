import { formatClose, formatPeriod } from "@/lib/format/date";
import { formatAmount, formatMoney, formatMoneyInFull, onOneScale } from "@/lib/format/money";
import { decimalsFor, formatNumber, formatPercent, THIN } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type {
  CountDto,
  InputDto,
  IntervalDto,
  MeasureUnit,
  StripDto,
  TileDto,
  VerdictDto,
} from "@/lib/loyalty/figures.types";
import { inputTerm, measureName } from "@/lib/loyalty/measure-names";
import type { ReadAs } from "./read-as";

const words = ({ locale }: Pick<ReadAs, "locale">) => staffWords(locale, "loyalty");

/** Half the interval's width, in the units that are printed. */
function halfOf(low: number, high: number, unit: MeasureUnit): number {
  const half = (high - low) / 2;
  return unit === "ratio" ? half * 100 : half;
}

function halfWidth({ interval, unit }: Pick<TileDto, "interval" | "unit">): number | null {
  return interval ? halfOf(interval.low, interval.high, unit) : null;
}

export function inUnit(value: number, unit: MeasureUnit, as: ReadAs, decimals: number): string {
  switch (unit) {
    case "ratio":
      return formatPercent(value, as.locale, decimals);
    case "money":
      return formatMoney(value, as);
    case "rate":
      return formatNumber(value, as.locale, 1);
    case "score":
    case "count":
      return formatNumber(value, as.locale, decimals);
  }
}

/** A figure of money and the ends of its interval share a unit. */
function rangeOf({ value, unit, interval }: TileDto, as: ReadAs): ReadAs {
  if (unit !== "money") return as;
  return onOneScale(as, [value, interval?.low ?? null, interval?.high ?? null]);
}

export function tileValue(tile: TileDto, as: ReadAs): string | null {
  if (tile.value === null) return null;
  return inUnit(tile.value, tile.unit, rangeOf(tile, as), decimalsFor(halfWidth(tile)));
}

/** Of a population that is known, everybody was heard: nothing was drawn that could have come out otherwise. */
function isAllHeard({ low, high, population }: IntervalDto): boolean {
  return population !== null && low === high;
}

/** "24 to 38", "74 to 82 %"; a currency is named once, where the language names it. */
export function tileInterval(tile: TileDto, as: ReadAs): string | null {
  if (!tile.interval) return null;
  if (isAllHeard(tile.interval)) return words(as)("measure.allHeard");
  const decimals = decimalsFor(halfWidth(tile));
  const { low, high } = tile.interval;
  if (tile.unit === "money") {
    const isFirst = as.locale.startsWith("en");
    const range = rangeOf(tile, as);
    return words(as)("measure.between", {
      low: isFirst ? formatMoney(low, range) : formatAmount(low, range),
      high: isFirst ? formatAmount(high, range) : formatMoney(high, range),
    });
  }
  const sign = `${THIN}%`;
  const from = inUnit(low, tile.unit, as, decimals);
  return words(as)("measure.between", {
    low: from.endsWith(sign) ? from.slice(0, -sign.length) : from,
    high: inUnit(high, tile.unit, as, decimals),
  });
}

function size(change: number, unit: MeasureUnit, as: ReadAs): string {
  const points = Math.abs(unit === "ratio" ? change * 100 : change);
  if (unit === "money") return formatMoney(Math.abs(change), as);
  if (unit === "rate" || unit === "count") return formatNumber(points, as.locale, 1);
  const decimals = points < 1 ? 1 : 0;
  return words(as)("measure.points", {
    points: Number(points.toFixed(decimals)),
    text: formatNumber(points, as.locale, decimals),
  });
}

export function verdictWords(verdict: VerdictDto, unit: MeasureUnit, as: ReadAs): string {
  const t = words(as);
  switch (verdict.kind) {
    case "noRealChange":
      return t("measure.noRealChange", { date: formatClose(verdict.since, as.locale) });
    case "up":
    case "down":
      return t(`measure.${verdict.kind}`, {
        size: size(verdict.change, unit, as),
        date: formatClose(verdict.since, as.locale),
      });
    case "belowTarget":
    case "aboveTarget":
    case "onTarget":
      return t(`measure.${verdict.kind}`, { target: inUnit(verdict.target, unit, as, 0) });
    case "notComparable":
      return t(`measure.notComparable.${verdict.reason}`);
  }
}

/** "Baseline of 1 Jan 2026: 28 (24 to 33)"; null where none was frozen. */
export function baselineWords(tile: TileDto, as: ReadAs): string | null {
  if (tile.baseline === null) return null;
  const { value, low, high, frozenOn } = tile.baseline;
  const decimals = low === null || high === null ? 0 : decimalsFor(halfOf(low, high, tile.unit));
  return words(as)("measure.baseline", {
    date: formatClose(frozenOn, as.locale),
    value: inUnit(value, tile.unit, as, decimals),
  });
}

function countWords({ what, count, of }: CountDto, locale: string): string {
  const t = words({ locale });
  return of === null
    ? t(`measure.counts.${what}`, { count })
    : t(`measure.countsOf.${what}`, { some: formatNumber(count, locale), count: of });
}

/** n in words, what the figure rests on, and the one account that moves it. */
export function basisWords(tile: TileDto, as: ReadAs): string {
  const t = words(as);
  const parts = [tile.counts.map((count) => countWords(count, as.locale)).join(", ")];
  if (tile.coverage) {
    parts.push(t("measure.coverage", { share: formatPercent(tile.coverage.share, as.locale) }));
  }
  if (tile.mover) {
    const { account, change } = tile.mover;
    parts.push(t("measure.mover", { account: account.name, size: size(change, tile.unit, as) }));
  }
  return parts.filter((part) => part !== "").join("; ");
}

/** What an interval was made by, as a statistician would say it. */
const METHODS = [
  "adjustedWald",
  "wilson",
  "ratio",
  "bootstrapPercentile",
  "bootstrapBca",
  "ruleOfThree",
  "student",
  "greenwoodLogLog",
  "betaProduct",
] as const;

export function methodWords(interval: IntervalDto, locale: string): string {
  const t = words({ locale });
  const { method, population, n, effectiveN } = interval;
  const known = METHODS.find((one) => one === method);
  const said = [known === undefined ? method : t(`measure.methods.${known}`)];
  if (population !== null) {
    said.push(t("measure.ofPopulation", { count: formatNumber(population, locale) }));
  }
  if (n - effectiveN >= 0.5) {
    said.push(t("measure.countsLike", { count: formatNumber(effectiveN, locale) }));
  }
  return said.join(", ");
}

function inputValue({ value, unit }: InputDto, as: ReadAs): string {
  if (unit === "money") return formatMoneyInFull(value, as);
  if (unit === "ratio") return formatPercent(value, as.locale, 1);
  return formatNumber(value, as.locale, unit === "count" ? 0 : 1);
}

/** The rows of "this period's inputs" in the formula panel. */
export function tileInputs(tile: TileDto, as: ReadAs): { term: string; description: string }[] {
  const t = words(as);
  const rows = [
    {
      term: t("formulas.period"),
      description: formatPeriod(tile.window.from, tile.window.until, as.locale),
    },
    ...tile.inputs.map((one) => ({
      term: inputTerm(one, as.locale),
      description: inputValue(one, as),
    })),
  ];
  const value = tileValue(tile, as);
  if (value !== null) rows.push({ term: measureName(tile.key, as.locale), description: value });
  const interval = tileInterval(tile, as);
  if (tile.interval && interval) {
    const method = methodWords(tile.interval, as.locale);
    rows.push({
      term: t("formulas.interval", { level: formatPercent(tile.interval.level, as.locale) }),
      description: t("formulas.intervalBy", { interval, method }),
    });
  }
  if (tile.coverage)
    rows.push({
      term: t("formulas.coverage"),
      description: formatPercent(tile.coverage.share, as.locale),
    });
  return rows;
}

/** "4 7 8 8 9": each of the few, as its dot is labelled. */
export function stripWords({ values, unit }: StripDto, as: ReadAs): string[] {
  const t = words(as);
  return values.map((value) => {
    if (unit === "yesNo") return value === 1 ? t("measure.yes") : t("measure.no");
    if (unit === "answer") return formatNumber(value, as.locale);
    return inUnit(value, unit, as, 0);
  });
}
