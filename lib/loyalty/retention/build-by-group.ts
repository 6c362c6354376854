import {
  clusteredDifference,
  customerRetention,
  newcombeDifference,
  type RatioRow,
  revenueRetention,
} from "@/lib/metrics";
import { enoughDto } from "../estimate-dto";
import { type CustomerRow, customerRows } from "../measures/customer-measures";
import { isTooFew } from "../measures/measure";
import { contractRows, type Row, ratioRow, runningRows } from "../measures/retained-revenue";
import { realFindings } from "../real-findings";
import {
  type ByGroupDto,
  type GroupFigureDto,
  RETENTION_KINDS,
  type RetentionKind,
} from "../retention.types";
import type { Scene } from "../scene";
import type { UnitGroup } from "./split-units";

type Rows = {
  net: readonly Row[];
  gross: readonly Row[];
  customers: readonly CustomerRow[];
};
type Ids = ReadonlySet<string>;

function rowsOf(scene: Scene): Rows {
  return {
    net: runningRows(scene, scene.asOfDay),
    gross: contractRows(scene, scene.asOfDay),
    customers: customerRows(scene, scene.asOfDay),
  };
}

function estimateOf(rows: Rows, kind: RetentionKind, ids: Ids | null) {
  const own = <Of extends { unit: { id: string } }>(all: readonly Of[]) =>
    ids === null ? all : all.filter(({ unit }) => ids.has(unit.id));
  return kind === "customers"
    ? customerRetention(own(rows.customers)).retention
    : revenueRetention(own(rows[kind]))[kind];
}

/** What a rate is made of, by account; those outside its base are not among them. */
function ratiosOf(rows: Rows, kind: RetentionKind): Map<string, RatioRow> {
  const ratios = new Map<string, RatioRow>();
  if (kind === "customers") {
    for (const { unit, isActiveAtStart, isActiveAtEnd } of rows.customers)
      if (isActiveAtStart) ratios.set(unit.id, { y: isActiveAtEnd ? 1 : 0, x: 1 });
    return ratios;
  }
  for (const row of rows[kind]) {
    const ratio = ratioRow(row, kind);
    if (ratio) ratios.set(row.unit.id, ratio);
  }
  return ratios;
}

/** The members of a group against the others. Where all of them did the same there is no spread to test by. */
function differenceOf(ratios: ReadonlyMap<string, RatioRow>, ids: Ids, estimate: Estimated) {
  const { interval } = estimate;
  if (interval === null || interval.high === interval.low) return null;
  return clusteredDifference(
    [...ratios].map(([id, row]) =>
      ids.has(id) ? { now: row, before: null } : { now: null, before: row },
    ),
  );
}

/** The same for a share of customers, where "all of them" is no certainty. */
function shareDifference(ratios: ReadonlyMap<string, RatioRow>, ids: Ids) {
  const kept = { own: 0, others: 0 };
  const all = { own: 0, others: 0 };
  for (const [id, { y }] of ratios) {
    const side = ids.has(id) ? "own" : "others";
    all[side] += 1;
    kept[side] += y;
  }
  return newcombeDifference(kept.own, all.own, kept.others, all.others);
}

type Estimated = Extract<ReturnType<typeof estimateOf>, { value: number }>;

function figuresOf(
  scene: Scene,
  rows: Rows,
  kind: RetentionKind,
  groups: readonly Ids[],
): GroupFigureDto[] {
  const ratios = ratiosOf(rows, kind);
  const estimates = groups.map((ids) => estimateOf(rows, kind, ids));
  const tests = estimates.map((estimate, at) =>
    estimate.value === null || isTooFew(scene, estimate.n, ratios.size - estimate.n)
      ? null
      : kind === "customers"
        ? shareDifference(ratios, groups[at] as Ids)
        : differenceOf(ratios, groups[at] as Ids, estimate),
  );
  const real = realFindings(tests.map((test) => test?.pValue ?? null));
  return estimates.map((estimate, at) => ({
    ...enoughDto(estimate, scene.settings.fewestForStatistic),
    difference: tests[at]?.value ?? null,
    isReal: real[at] ?? null,
  }));
}

/** Retention of each group beside that of all, with those marked that really differ from the others. */
export function buildByGroup(scene: Scene, groups: readonly UnitGroup[]): ByGroupDto {
  const rows = rowsOf(scene);
  const ids = groups.map(({ units }) => new Set(units.map(({ id }) => id)));
  const figures = RETENTION_KINDS.map((kind) => figuresOf(scene, rows, kind, ids));
  const allOf = (kind: RetentionKind) =>
    enoughDto(estimateOf(rows, kind, null), scene.settings.fewestForStatistic);
  const [net = [], gross = [], customers = []] = figures;
  return {
    all: {
      net: allOf("net"),
      gross: allOf("gross"),
      customers: allOf("customers"),
    },
    groups: groups.map(({ key, name, units }, at) => ({
      key,
      name,
      accounts: units.length,
      net: net[at] as GroupFigureDto,
      gross: gross[at] as GroupFigureDto,
      customers: customers[at] as GroupFigureDto,
    })),
  };
}
