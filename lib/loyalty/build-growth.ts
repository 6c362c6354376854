import { closeOfMonth } from "@/lib/facts/build-account-months";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import {
  type CustomerSource,
  type EarnedGrowth,
  earnedGrowth,
  type GrowthRow,
  shareOf,
} from "@/lib/metrics";
import {
  GROWTH_SOURCES,
  type GrowthDto,
  type GrowthFigureDto,
  type GrowthPointDto,
  type GrowthSource,
  type SourceDto,
} from "./growth.types";
import { totalOf } from "./measures/measure";
import { wasCustomerBefore } from "./measures/periods";
import { runningRow } from "./measures/retained-revenue";
import { rowsOf } from "./per-epoch";
import { closingMonths, monthsFor } from "./retention/closes-matrix";
import { monthsBefore, type Scene } from "./scene";

const POINTS_SHOWN = 12;

/** By what an account was won back is recorded nowhere: it may have been earned or paid for. */
const EARNED: Record<GrowthSource, CustomerSource> = {
  wonBack: "unknown",
  referral: "earned",
  repeat_person: "earned",
  inbound: "earned",
  bought: "bought",
  unknown: "unknown",
};

type Row = GrowthRow & { from: GrowthSource };

function sourceOf(unit: UnitFacts, wasBefore: boolean): GrowthSource {
  if (wasBefore) return "wonBack";
  return GROWTH_SOURCES.find((known) => known === unit.account.acquiredBy) ?? "unknown";
}

function rowOf(unit: UnitFacts, openingDay: number, openingMinor: number, closingMinor: number) {
  const from = sourceOf(unit, wasCustomerBefore(unit, openingDay));
  return { openingMinor, closingMinor, from, source: EARNED[from] } satisfies Row;
}

function rowsAt(scene: Scene): readonly Row[] {
  const opening = monthsBefore(scene.asOfDay, 12);
  const running = runningRow(scene, scene.asOfDay);
  return rowsOf(scene.units, `growth row ${scene.asOfDay}`, (unit) => {
    const row = running(unit);
    return row && rowOf(unit, opening, row.openingMinor, row.closingMinor);
  });
}

/** The same at the close of a month, from the columns. */
function rowsAtClose({ units }: Scene, month: number): readonly Row[] {
  const openingDay = closeOfMonth(month - 12);
  return rowsOf(units, `growth row of month ${month}`, (unit) => {
    if (unit.head.hasUnknownRate) return null;
    const { series } = unit;
    const at = month - series.firstMonth;
    const opening = series.column("openingMinor")[at] ?? 0;
    if (opening < 0) return null;
    return rowOf(unit, openingDay, opening, series.column("closingMinor")[at] ?? 0);
  });
}

function rangeOf(least: number, most: number, interval: { low: number; high: number } | null) {
  return { least, most, low: interval?.low ?? null, high: interval?.high ?? null };
}

function figureOf(growth: EarnedGrowth): GrowthFigureDto | null {
  if (growth.value === null) return null;
  const { value, high, n, interval, netRetention, totalGrowth, ratio } = growth;
  return {
    n,
    earned: rangeOf(value, high, interval),
    netRetention,
    totalGrowth,
    ratio: ratio && rangeOf(ratio.low, ratio.high, ratio.interval),
  };
}

const isNew = ({ openingMinor, closingMinor }: GrowthRow) => openingMinor === 0 && closingMinor > 0;
const closings = (rows: readonly Row[]) => totalOf(rows.map(({ closingMinor }) => closingMinor));

function sourcesOf(rows: readonly Row[]): SourceDto[] {
  const entered = rows.filter(isNew);
  const total = closings(entered);
  return GROWTH_SOURCES.map((source) => {
    const own = entered.filter(({ from }) => from === source);
    const kind = EARNED[source];
    const minor = closings(own);
    return {
      source,
      isEarned: kind === "unknown" ? null : kind === "earned",
      accounts: own.length,
      minor,
      share: shareOf(minor, total),
    };
  });
}

/** The same at each close of a quarter. */
function pointsOf(scene: Scene): GrowthPointDto[] {
  const months = monthsFor(scene);
  if (months === null) return [];
  const { fewestForStatistic: fewest } = scene.settings;
  return closingMonths(months, "quarter")
    .slice(-POINTS_SHOWN)
    .map((month) => {
      const rows = rowsAtClose(scene, month);
      const figure = figureOf(earnedGrowth(rows));
      const n = rows.filter(({ openingMinor: was }) => was > 0).length;
      const day = isoOfDay(closeOfMonth(month));
      if (figure === null || n < fewest)
        return { day, least: null, most: null, total: null, low: null, high: null, n };
      const { least, most, low, high } = figure.earned;
      return { day, least, most, total: figure.totalGrowth, low, high, n };
    });
}

/** How much of a year's growth was earned: by customers who stayed, came back or brought others. */
export function buildGrowth(
  scene: Scene,
): Omit<GrowthDto, "currency" | "filter" | "definitions" | "freshness" | "coverage"> {
  const rows = rowsAt(scene);
  const old = rows.filter(({ openingMinor }) => openingMinor > 0);
  const sources = sourcesOf(rows);
  const newMinor = totalOf(sources.map(({ minor }) => minor));
  const known = totalOf(
    sources.filter(({ isEarned }) => isEarned !== null).map(({ minor }) => minor),
  );
  const openingMinor = totalOf(old.map((row) => row.openingMinor));
  const hasData = openingMinor > 0 || newMinor > 0;
  const hasEnough = old.length >= scene.settings.fewestForStatistic;
  return {
    figure: hasEnough ? figureOf(earnedGrowth(rows)) : null,
    openingAccounts: old.length,
    openingMinor,
    sameMinor: closings(old) - openingMinor,
    sources: hasData ? sources : [],
    closingMinor: closings(rows),
    newMinor,
    knownShare: shareOf(known, newMinor),
    points: pointsOf(scene),
  };
}
