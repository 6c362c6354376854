import { isoOfMonth } from "@/lib/format/calendar";
import {
  type CustomerRevenue,
  cohortRevenue,
  cohortTable,
  lastWholeMonth,
  monthOfDay,
} from "@/lib/metrics";
import { type EstimateDto, estimateDto } from "../estimate-dto";
import type { CohortLength, CohortOf, CohortsDto } from "../retention.types";
import type { Scene } from "../scene";
import { customerLives, type UnitLife } from "./customer-lives";

const MONTHS: Record<CohortLength, number> = { year: 12, quarter: 3 };
const PERIODS = 12;
const COHORTS_SHOWN = 16;

type Built = { firstMonth: number; n: number; cells: EstimateDto[] };

/** Revenue by month from the first paid day on. */
function revenueOf({ unit, firstDay }: UnitLife): CustomerRevenue {
  const { series } = unit;
  const firstMonth = monthOfDay(firstDay);
  const from = Math.max(0, firstMonth - series.firstMonth);
  const since = (name: "totalMinor" | "recurringMinor") =>
    Array.from(series.column(name)).slice(from);
  return {
    firstMonth,
    orderMinor: since("totalMinor"),
    yearlyContractMinor: since("recurringMinor"),
  };
}

function byRevenue(scene: Scene, lives: readonly UnitLife[], months: number): Built[] {
  const table = cohortRevenue(lives.map(revenueOf), {
    monthsPerPeriod: months,
    periods: Array.from({ length: PERIODS }, (_, index) => index + 1),
    lastMonth: lastWholeMonth(scene.asOfDay),
  });
  return table.map(({ cells, ...row }) => ({ ...row, cells: cells.map(estimateDto) }));
}

function byCustomers(scene: Scene, lives: readonly UnitLife[], months: number): Built[] {
  const table = cohortTable(lives, {
    monthsPerCohort: months,
    ages: Array.from({ length: PERIODS }, (_, index) => (index + 1) * months),
    asOfDay: lives[0]?.observed.asOfDay ?? scene.asOfDay,
  });
  return table.map(({ cells, ...row }) => ({ ...row, cells: cells.map(estimateDto) }));
}

/** Customers by when they began, and what is left of them, or of their revenue, after so long. */
export function buildCohorts(scene: Scene, length: CohortLength, of: CohortOf): CohortsDto {
  const all = customerLives(scene, "whole");
  const lives = all.filter(({ firstDay, observed }) => firstDay >= (observed.dataFromDay ?? 0));
  const months = MONTHS[length];
  const built = (of === "revenue" ? byRevenue : byCustomers)(scene, lives, months);
  const rows = built.slice(-COHORTS_SHOWN);
  const reached = rows.map(({ cells }) => cells.findLastIndex(({ value }) => value !== null) + 1);
  const shown = Math.max(0, ...reached);
  return {
    ages: Array.from({ length: shown }, (_, index) => (index + 1) * months),
    rows: rows.map(({ firstMonth, n, cells }) => ({
      from: isoOfMonth(firstMonth),
      n,
      cells: cells.slice(0, shown),
    })),
    before: all.length - lives.length,
    fewest: scene.settings.fewestForStatistic,
  };
}
