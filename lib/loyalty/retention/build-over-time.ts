import { closeOfMonth } from "@/lib/facts/build-account-months";
import type { CloseMatrix } from "@/lib/facts/kernel/close-matrix";
import { segmentSeries, segmentsOf } from "@/lib/facts/kernel/segment-series";
import { isoOfDay, monthNumber } from "@/lib/format/calendar";
import { customerRetention, revenueRetention } from "@/lib/metrics";
import { type EstimateDto, enoughDto } from "../estimate-dto";
import type { Closes, RetentionDto, RetentionPointDto } from "../retention.types";
import type { Scene } from "../scene";
import { closingMonths, isActiveIn, type Matrix, SPANS, YEAR } from "./closes-matrix";

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
  const series = segmentSeries(matrix, segmentsOf([everybody], matrix));
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
  matrixOf: Matrix,
  closes: Closes,
): Pick<RetentionDto, "points" | "shortUntil"> {
  const matrix = matrixOf();
  if (matrix === null) return { points: [], shortUntil: null };
  const { fewestForStatistic: fewest } = scene.settings;
  const points =
    closes === "month"
      ? monthly(matrix, fewest)
      : closingMonths(matrix, closes).map((month) => pointAt(matrix, month, fewest));
  return { points, shortUntil: shortUntil(scene, points[0]) };
}
