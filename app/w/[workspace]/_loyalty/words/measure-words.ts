import { formatCount, sentenceCase } from "@/lib/format/count";
import { formatClose, formatPeriod } from "@/lib/format/date";
import { formatAmount, formatMoney, formatMoneyInFull } from "@/lib/format/money";
import { decimalsFor, formatNumber, formatPercent, THIN } from "@/lib/format/number";
import type {
  CountDto,
  InputDto,
  IntervalDto,
  MeasureUnit,
  StripDto,
  TileDto,
  VerdictDto,
} from "@/lib/loyalty/figures.types";
import type { ReadAs } from "./read-as";

/** Half the interval's width, in the units that are printed. */
function halfWidth({ interval, unit }: Pick<TileDto, "interval" | "unit">): number | null {
  if (!interval) return null;
  const half = (interval.high - interval.low) / 2;
  return unit === "ratio" ? half * 100 : half;
}

function inUnit(value: number, unit: MeasureUnit, as: ReadAs, decimals: number): string {
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

export function tileValue(tile: TileDto, as: ReadAs): string | null {
  if (tile.value === null) return null;
  return inUnit(tile.value, tile.unit, as, decimalsFor(halfWidth(tile)));
}

/** "24 to 38", "74 to 82 %" */
export function tileInterval(tile: TileDto, as: ReadAs): string | null {
  if (!tile.interval) return null;
  const decimals = decimalsFor(halfWidth(tile));
  const low = inUnit(tile.interval.low, tile.unit, as, decimals);
  const high =
    tile.unit === "money"
      ? formatAmount(tile.interval.high, as)
      : inUnit(tile.interval.high, tile.unit, as, decimals);
  const sign = `${THIN}%`;
  const isPercent = tile.unit === "ratio" && low.endsWith(sign);
  return `${isPercent ? low.slice(0, -sign.length) : low} to ${high}`;
}

function size(change: number, unit: MeasureUnit, as: ReadAs): string {
  const points = Math.abs(unit === "ratio" ? change * 100 : change);
  if (unit === "money") return formatMoney(Math.abs(change), as);
  if (unit === "rate" || unit === "count") return formatNumber(points, as.locale, 1);
  const rounded = formatNumber(points, as.locale, points < 1 ? 1 : 0);
  return `${rounded} ${rounded === "1" ? "point" : "points"}`;
}

const NOT_COMPARABLE = {
  noEarlierFigure: "Nothing earlier to compare with",
  shortHistory: "Too little history to compare",
  tooFew: "Too few to compare",
} as const;

export function verdictWords(verdict: VerdictDto, unit: MeasureUnit, as: ReadAs): string {
  switch (verdict.kind) {
    case "noRealChange":
      return `No real change since ${formatClose(verdict.since, as.locale)}`;
    case "up":
    case "down":
      return `${sentenceCase(verdict.kind)} ${size(verdict.change, unit, as)} since ${formatClose(verdict.since, as.locale)}, likely real`;
    case "belowTarget":
      return `Below target ${inUnit(verdict.target, unit, as, 0)}`;
    case "onTarget":
      return `On target ${inUnit(verdict.target, unit, as, 0)}`;
    case "notComparable":
      return NOT_COMPARABLE[verdict.reason];
  }
}

const ONE: Record<CountDto["what"], string> = {
  accounts: "account",
  answers: "answer",
  people: "person",
  customers: "customer",
  orders: "order",
  months: "month",
  gaps: "gap",
};

function countWords({ what, count, of }: CountDto, locale: string): string {
  if (of === null) return formatCount(count, ONE[what], what, locale);
  return `${formatNumber(count, locale)} of ${formatCount(of, ONE[what], what, locale)}`;
}

/** n in words, what the figure rests on, and the one account that moves it. */
export function basisWords(tile: TileDto, as: ReadAs): string {
  const sentences = [tile.counts.map((count) => countWords(count, as.locale)).join(", ")];
  if (tile.coverage) {
    sentences.push(`rests on ${formatPercent(tile.coverage.share, as.locale)} of revenue`);
  }
  if (tile.mover) {
    sentences.push(
      `${tile.mover.account.name} alone moves it ${size(tile.mover.change, tile.unit, as)}`,
    );
  }
  return sentences
    .filter((sentence) => sentence !== "")
    .join("; ")
    .replaceAll(" , ", ", ");
}

/** What an interval was made by, as a statistician would say it. */
const METHODS: Record<string, string> = {
  adjustedWald: "adjusted Wald, by account",
  wilson: "Wilson",
  ratio: "ratio estimator, by account",
  bootstrapPercentile: "bootstrap over customers",
  bootstrapBca: "BCa bootstrap over customers",
  ruleOfThree: "rule of three",
  student: "Student's t",
};

export function methodWords({ method, population, n, effectiveN }: IntervalDto): string {
  const words = [METHODS[method] ?? method];
  if (population !== null) words.push(`of a population of ${population}`);
  if (n - effectiveN >= 0.5) words.push(`counts like ${Math.round(effectiveN)} equal ones`);
  return words.join(", ");
}

function inputValue({ value, unit }: InputDto, as: ReadAs): string {
  if (unit === "money") return formatMoneyInFull(value, as);
  if (unit === "ratio") return formatPercent(value, as.locale, 1);
  return formatNumber(value, as.locale, unit === "count" ? 0 : 1);
}

/** The rows of "this period's inputs" in the formula panel. */
export function tileInputs(tile: TileDto, as: ReadAs): { term: string; description: string }[] {
  const rows = [
    { term: "Period", description: formatPeriod(tile.window.from, tile.window.until, as.locale) },
    ...tile.inputs.map((one) => ({ term: one.term, description: inputValue(one, as) })),
  ];
  const value = tileValue(tile, as);
  if (value !== null) rows.push({ term: tile.name, description: value });
  const interval = tileInterval(tile, as);
  if (tile.interval && interval)
    rows.push({
      term: `${formatPercent(tile.interval.level, as.locale)} interval`,
      description: `${interval} (${methodWords(tile.interval)})`,
    });
  if (tile.coverage)
    rows.push({
      term: "Share of running revenue",
      description: formatPercent(tile.coverage.share, as.locale),
    });
  return rows;
}

/** "4 7 8 8 9": each of the few, as its dot is labelled. */
export function stripWords({ values, unit }: StripDto, as: ReadAs): string[] {
  return values.map((value) => {
    if (unit === "yesNo") return value === 1 ? "yes" : "no";
    if (unit === "answer") return formatNumber(value, as.locale);
    return inUnit(value, unit, as, 0);
  });
}
