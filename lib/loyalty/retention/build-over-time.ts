import { closeOfMonth } from "@/lib/facts/build-account-months";
import type { CloseMatrix } from "@/lib/facts/kernel/close-matrix";
import { segmentSeries, segmentsOf } from "@/lib/facts/kernel/segment-series";
import { perBlockLarge } from "@/lib/facts/per-block";
import { isoOfDay, monthNumber } from "@/lib/format/calendar";
import { packedRevenueRate, wilsonInterval } from "@/lib/metrics";
import { type EstimateDto, enoughDto } from "../estimate-dto";
import { totalOf } from "../measures/measure";
import type { Closes, RetentionDto, RetentionPointDto } from "../retention.types";
import type { Scene } from "../scene";
import {
  closingMonths,
  isActiveIn,
  type Months,
  matrixOf,
  monthsFor,
  SPANS,
  YEAR,
} from "./closes-matrix";

/** Of each account with an opening amount what is left of it, before the opening amount. */
function pairsAt(matrix: CloseMatrix, month: number, kind: "net" | "gross"): Float64Array {
  const { columns } = matrix;
  const [opening, closing] =
    kind === "net"
      ? [columns.openingMinor, columns.closingMinor]
      : [columns.contractOpeningMinor, columns.contractClosingMinor];
  const pairs: number[] = [];
  let cell = month - matrix.firstMonth;
  for (let account = 0; account < matrix.accounts; account += 1) {
    const [was, is] = [opening?.[cell] ?? 0, closing?.[cell] ?? 0];
    if (was > 0) pairs.push(kind === "gross" ? Math.min(was, is) : is, was);
    cell += matrix.months;
  }
  return Float64Array.from(pairs);
}

function customersAt(matrix: CloseMatrix, month: number) {
  let [kept, all] = [0, 0];
  for (let account = 0; account < matrix.accounts; account += 1) {
    if (!isActiveIn(matrix, account, month - YEAR)) continue;
    all += 1;
    if (isActiveIn(matrix, account, month)) kept += 1;
  }
  return { kept, all };
}

function partAt(matrix: CloseMatrix, month: number) {
  return {
    net: pairsAt(matrix, month, "net"),
    gross: pairsAt(matrix, month, "gross"),
    customers: customersAt(matrix, month),
  };
}

/** All three at some closes, with their intervals. */
function pointsAt({ units, settings }: Scene, shown: Months, closes: readonly number[]) {
  const key = `retained ${shown.firstMonth} ${closes.join()}`;
  const blocks = perBlockLarge(units, key, (block) => {
    const matrix = matrixOf(block, shown);
    return closes.map((month) => partAt(matrix, month));
  });
  const { fewestForStatistic: fewest } = settings;
  return closes.map((month, at): RetentionPointDto => {
    const parts = blocks.flatMap((block) => block[at] ?? []);
    const [kept, all] = [
      totalOf(parts.map(({ customers }) => customers.kept)),
      totalOf(parts.map(({ customers }) => customers.all)),
    ];
    const rateOf = (kind: "net" | "gross") =>
      packedRevenueRate(
        parts.map((part) => part[kind]),
        kind,
      );
    return {
      day: isoOfDay(closeOfMonth(month)),
      net: enoughDto(rateOf("net"), fewest),
      gross: enoughDto(rateOf("gross"), fewest),
      customers: enoughDto(wilsonInterval(kept, all), fewest),
    };
  });
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
function monthly(scene: Scene, shown: Months): RetentionPointDto[] {
  const { fewestForStatistic: fewest } = scene.settings;
  const matrix = matrixOf(scene.units, shown);
  const everybody = Array.from({ length: matrix.accounts }, (_, account) => account);
  const series = segmentSeries(matrix, segmentsOf([everybody], matrix));
  const months = closingMonths(shown, "month");
  const quarters = months.filter((month) => (month + 1) % SPANS.quarter.every === 0);
  const points = pointsAt(scene, shown, quarters);
  return months.map((month) => {
    const point = points[quarters.indexOf(month)];
    if (point) return point;
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
  const shown = monthsFor(scene);
  if (shown === null) return { points: [], shortUntil: null };
  const points =
    closes === "month"
      ? monthly(scene, shown)
      : pointsAt(scene, shown, closingMonths(shown, closes));
  return { points, shortUntil: shortUntil(scene, points[0]) };
}
