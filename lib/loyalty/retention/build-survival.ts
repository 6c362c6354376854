import type { UnitFacts } from "@/lib/facts/workspace-facts";
import {
  kaplanMeier,
  logRank,
  restrictedMean,
  riskTable,
  type SurvivalCurve,
  type SurvivalRow,
  survivalAt,
} from "@/lib/metrics";
import { enoughDto } from "../estimate-dto";
import type { Clock, SurvivalCurveDto, SurvivalDto } from "../retention.types";
import type { Scene } from "../scene";
import { customerLives } from "./customer-lives";
import type { UnitGroup } from "./split-units";

const DAYS_PER_MONTH = 30.4375;
const DAYS_PER_YEAR = 365.25;
/** The longest time drawn, and the latest time at which a curve may begin. */
const MONTHS_SHOWN = 120;
const LATEST_BEGIN = 36;
const CURVES_SHOWN = 4;
const SHORTEST = 12;
const LONGEST_MEAN = 5;

type Group = Pick<UnitGroup, "key" | "name"> & { rows: SurvivalRow[] };

function daysOf(months: number): number {
  return Math.round(months * DAYS_PER_MONTH);
}

/** How many are followed at each of some days. */
function followedAt(rows: readonly SurvivalRow[], days: readonly number[]): Float64Array {
  return riskTable(rows, Float64Array.from(days)).atRisk;
}

const BEGINS = Array.from({ length: LATEST_BEGIN + 1 }, (_, month) => daysOf(month));

/** The first whole month from which enough of each group are followed; null where they never are. */
function beginsAt(rows: readonly SurvivalRow[], fewest: number): number | null {
  const month = followedAt(rows, BEGINS).findIndex((followed) => followed >= fewest);
  return month < 0 ? null : month;
}

/** Of those who stayed that long: what happened before is not looked at. */
function afterMonth(rows: readonly SurvivalRow[], months: number): SurvivalRow[] {
  const day = daysOf(months);
  if (day === 0) return [...rows];
  return rows.flatMap((row) =>
    row.time > day ? [{ ...row, entry: Math.max(day, row.entry ?? 0) }] : [],
  );
}

function pointsOf(
  curve: SurvivalCurve,
  rows: readonly SurvivalRow[],
  from: number,
  fewest: number,
) {
  const months = Array.from({ length: MONTHS_SHOWN + 1 - from }, (_, index) => from + index);
  const days = months.map(daysOf);
  const followed = followedAt(
    rows,
    days.map((day, index) => (index === 0 ? day + 1 : day)),
  );
  const points: SurvivalCurveDto["points"] = [];
  for (const [index, month] of months.entries()) {
    const step = survivalAt(curve, days[index] as number);
    const atRisk = followed[index] as number;
    // The last steps rest on a handful.
    if (step === null || atRisk < fewest) break;
    const { survival, low, high } = step;
    points.push({ month, value: survival, low, high, atRisk });
  }
  return points;
}

function curveOf({ key, name, rows }: Group, from: number, fewest: number): SurvivalCurveDto {
  const curve = kaplanMeier(rows);
  return {
    key,
    name,
    n: curve.n,
    ends: curve.reason === null ? curve.events : 0,
    medianDays: curve.reason === null ? curve.median : null,
    points: pointsOf(curve, rows, from, fewest),
    mean: null,
  };
}

/** The longest whole number of years to which every curve goes. */
function commonYears(curves: readonly SurvivalCurveDto[]): number {
  const months = Math.min(...curves.map(({ points }) => points.at(-1)?.month ?? 0));
  let years = 0;
  while (years < LONGEST_MEAN && (years + 1) * 12 <= months) years += 1;
  return years;
}

/** Only where the curves begin at the beginning: a mean of those who stayed anyway says little. */
function withMeans(
  curves: readonly SurvivalCurveDto[],
  groups: readonly Group[] | null,
  fewest: number,
) {
  const years = groups === null || curves.length === 0 ? 0 : commonYears(curves);
  if (groups === null || years === 0) return { curves: [...curves], years: null };
  const until = Math.round(years * DAYS_PER_YEAR);
  return {
    years,
    curves: curves.map((curve, at) => ({
      ...curve,
      mean: enoughDto(restrictedMean(groups[at]?.rows ?? [], { until }), fewest),
    })),
  };
}

function rowsIn(scene: Scene, clock: Clock, units: readonly UnitFacts[]): SurvivalRow[] {
  const rows: SurvivalRow[] = [];
  for (const { row } of customerLives(scene, clock, units)) if (row) rows.push(row);
  return rows;
}

function testOf(groups: readonly Group[]): SurvivalDto["test"] {
  if (groups.length < 2) return null;
  const test = logRank(groups.map(({ rows }) => rows));
  return test.value === null
    ? null
    : { isReal: test.isRealDifference, pValue: test.pValue, chiSquare: test.value };
}

/** Followed from the same month on; a curve of less than a year is none. */
function drawn(groups: readonly Group[], fewest: number) {
  const begins = groups.flatMap((group) => {
    const from = beginsAt(group.rows, fewest);
    return from === null ? [] : [{ group, from }];
  });
  const from = Math.max(0, ...begins.map((one) => one.from));
  return {
    from,
    parts: begins.flatMap(({ group }) => {
      const followed = { ...group, rows: afterMonth(group.rows, from) };
      const curve = curveOf(followed, from, fewest);
      return curve.points.length > SHORTEST ? [{ group: followed, curve }] : [];
    }),
  };
}

/** Which share of the customers of each group is still there after so many months, by one clock. */
export function buildSurvival(
  scene: Scene,
  clock: Clock,
  units: readonly UnitGroup[],
): SurvivalDto {
  const { fewestForStatistic: fewest } = scene.settings;
  const groups = units.map(({ key, name, units: own }) => ({
    key,
    name,
    rows: rowsIn(scene, clock, own),
  }));
  const split = drawn(groups, fewest);
  const shown = split.parts.slice(0, CURVES_SHOWN);
  const isSplit = shown.length > 1;
  const all = { key: "all", name: null, rows: rowsIn(scene, clock, scene.units) };
  const { parts, from } = isSplit ? { ...split, parts: shown } : drawn([all], fewest);
  const followed = parts.map(({ group }) => group);
  return {
    ...withMeans(
      parts.map(({ curve }) => curve),
      from === 0 ? followed : null,
      fewest,
    ),
    fromMonth: from,
    isSplit,
    leftOut: groups.length - (isSplit ? shown.length : 0),
    customers: all.rows.length,
    test: isSplit ? testOf(followed) : null,
  };
}
