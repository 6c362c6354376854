import { formatCount, joinWords, sentenceCase } from "@/lib/format/count";
import { formatClose, formatPeriod } from "@/lib/format/date";
import { formatAmount, formatMoney } from "@/lib/format/money";
import { decimalsFor, formatNumber, formatPercent, THIN } from "@/lib/format/number";
import type { CountDto, MeasureUnit, TileDto, VerdictDto } from "@/lib/loyalty/figures.types";
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
  const sentences = [
    joinWords(
      tile.counts.map((count) => countWords(count, as.locale)),
      ",",
    ),
  ];
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

/** The rows of "this period's inputs" in the formula panel. */
export function tileInputs(tile: TileDto, as: ReadAs): { term: string; description: string }[] {
  const rows = [
    { term: "Period", description: formatPeriod(tile.window.from, tile.window.until, as.locale) },
    ...tile.counts.map((count) => ({
      term: sentenceCase(count.what),
      description: countWords(count, as.locale),
    })),
  ];
  const value = tileValue(tile, as);
  if (value !== null) rows.push({ term: "Value", description: value });
  const interval = tileInterval(tile, as);
  if (tile.interval && interval) {
    const { level, method, population } = tile.interval;
    const corrected = population === null ? "" : `, of a population of ${population}`;
    rows.push({
      term: `${formatPercent(level, as.locale)} interval`,
      description: `${interval} (${method}${corrected})`,
    });
  }
  if (tile.coverage) {
    rows.push({
      term: "Share of running revenue",
      description: formatPercent(tile.coverage.share, as.locale),
    });
  }
  if (tile.answers) rows.push({ term: "The answers", description: tile.answers.join(", ") });
  return rows;
}
