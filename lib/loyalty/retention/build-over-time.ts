import { closeOfMonth } from "@/lib/facts/build-account-months";
import { type CloseMatrix, closeMatrix } from "@/lib/facts/kernel/close-matrix";
import { segmentSeries } from "@/lib/facts/kernel/segment-series";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay, monthNumber } from "@/lib/format/calendar";
import { customerRetention, lastWholeMonth, revenueRetention } from "@/lib/metrics";
import { type EstimateDto, enoughDto } from "../estimate-dto";
import type { Closes, RetentionDto, RetentionPointDto } from "../retention.types";
import type { Scene } from "../scene";

const YEAR = 12;
/** Closes shown at most, and how many months lie between two of them. */
const SPANS: Record<Closes, { most: number; every: number }> = {
  month: { most: 48, every: 1 },
  quarter: { most: 16, every: 3 },
  year: { most: 4, every: 12 },
};

/**
 * First month of which the data tell who was there: that of the orders, where there are any. Of the
 * contracts that began before only those are known that lasted until then.
 */
export function coveredFrom({ contexts, rateMonth, firstMonth }: WorkspaceFacts): number | null {
  return contexts.dataFromMonth <= rateMonth ? contexts.dataFromMonth : firstMonth;
}

/** The closes of a page's accounts, beginning a year before the first that is shown; null without any. */
export function matrixFor(scene: Scene, most = SPANS.month.most): CloseMatrix | null {
  const { facts, asOfDay, units } = scene;
  const from = coveredFrom(facts);
  if (from === null) return null;
  const last = lastWholeMonth(asOfDay);
  const first = Math.max(from, last - most + 1 - YEAR);
  const shown = last - first + 1 - YEAR;
  if (shown <= 0) return null;
  const known = units.filter(({ head }) => !head.hasUnknownRate);
  return closeMatrix(
    known.map(({ series }) => series),
    first,
    shown + YEAR,
  );
}

/** Months of a matrix at which a period closes; every month is one of its own. */
export function closingMonths(matrix: CloseMatrix, closes: Closes): number[] {
  const { every, most } = SPANS[closes];
  const months: number[] = [];
  for (let index = YEAR; index < matrix.months; index += 1) {
    const month = matrix.firstMonth + index;
    if ((month + 1) % every === 0) months.push(month);
  }
  return months.slice(-most);
}

/** Two columns of a month, account by account; no opening is no base. */
function revenueAt(matrix: CloseMatrix, month: number, name: "" | "contract") {
  const { columns } = matrix;
  const [opening, closing] =
    name === ""
      ? [columns.openingMinor, columns.closingMinor]
      : [columns.contractOpeningMinor, columns.contractClosingMinor];
  const at = month - matrix.firstMonth;
  return Array.from({ length: matrix.accounts }, (_, account) => {
    const cell = account * matrix.months + at;
    return {
      openingMinor: Math.max(0, opening?.[cell] ?? 0),
      closingMinor: closing?.[cell] ?? 0,
    };
  });
}

/** A customer at the close of each month, account by account. */
export function isActiveIn(matrix: CloseMatrix, account: number, month: number): boolean {
  const { state } = matrix.columns;
  return Boolean(state?.[account * matrix.months + month - matrix.firstMonth]);
}

/** All three at a close, with their intervals. */
export function pointAt(matrix: CloseMatrix, month: number, fewest: number): RetentionPointDto {
  const customers = Array.from({ length: matrix.accounts }, (_, account) => ({
    isActiveAtStart: isActiveIn(matrix, account, month - YEAR),
    isActiveAtEnd: isActiveIn(matrix, account, month),
  }));
  return {
    day: isoOfDay(closeOfMonth(month)),
    net: enoughDto(revenueRetention(revenueAt(matrix, month, "")).net, fewest),
    gross: enoughDto(revenueRetention(revenueAt(matrix, month, "contract")).gross, fewest),
    customers: enoughDto(customerRetention(customers).retention, fewest),
  };
}

type Cell = { value: number | null; n: number } | undefined;

function withoutInterval(cell: Cell, fewest: number): EstimateDto {
  const { value, n } = cell ?? { value: null, n: 0 };
  if (value === null) return enoughDto({ value, n, reason: "noData" }, fewest);
  return enoughDto({ value, n, interval: null }, fewest);
}

function keptOf(churn: Cell): Cell {
  return churn && { ...churn, value: churn.value === null ? null : 1 - churn.value };
}

/** Every month's close from the series of columns; the intervals stand at the closes of quarters. */
function monthly(matrix: CloseMatrix, fewest: number): RetentionPointDto[] {
  const everybody = Array.from({ length: matrix.accounts }, (_, account) => account);
  const series = segmentSeries(matrix, [everybody]);
  return closingMonths(matrix, "month").map((month) => {
    if ((month + 1) % SPANS.quarter.every === 0) return pointAt(matrix, month, fewest);
    const at = month - series.firstMonth;
    return {
      day: isoOfDay(closeOfMonth(month)),
      net: withoutInterval(series.net[0]?.[at], fewest),
      gross: withoutInterval(series.gross[0]?.[at], fewest),
      customers: withoutInterval(keptOf(series.churn[0]?.[at]), fewest),
    };
  });
}

/** Orders of less than two years are compared over shorter windows; null where none are shown. */
function shortUntil({ facts }: Scene, first: RetentionPointDto | undefined): string | null {
  const { dataFromMonth } = facts.contexts;
  const full = dataFromMonth + 2 * YEAR - 1;
  const isShort = first && dataFromMonth <= facts.rateMonth && monthNumber(first.day) < full;
  return isShort ? isoOfDay(closeOfMonth(full)) : null;
}

/** Twelve months up to each close, oldest first. */
export function buildOverTime(
  scene: Scene,
  closes: Closes,
): Pick<RetentionDto, "points" | "shortUntil"> {
  const matrix = matrixFor(scene);
  if (matrix === null) return { points: [], shortUntil: null };
  const { fewestForStatistic: fewest } = scene.settings;
  const points =
    closes === "month"
      ? monthly(matrix, fewest)
      : closingMonths(matrix, closes).map((month) => pointAt(matrix, month, fewest));
  return { points, shortUntil: shortUntil(scene, points[0]) };
}
