import type { UnitFacts } from "@/lib/facts/workspace-facts";
import {
  clusteredContrast,
  newcombeDifference,
  packedRevenueRate,
  wilsonInterval,
} from "@/lib/metrics";
import { enoughDto } from "../estimate-dto";
import { customerRows } from "../measures/customer-measures";
import { isTooFew } from "../measures/measure";
import { ratioRow, rowsAt } from "../measures/retained-revenue";
import { realFindings } from "../real-findings";
import {
  type ByGroupDto,
  type GroupFigureDto,
  RETENTION_KINDS,
  type RetentionKind,
} from "../retention.types";
import type { Scene } from "../scene";
import type { UnitGroup } from "./split-units";

/** What a rate is made of, account by account: what is left, before what there was at the start. */
type Base = { pairs: Float64Array; units: readonly UnitFacts[] };

/** The groups of each account, a bit for each of them. */
type Groups = ReadonlyMap<UnitFacts, number>;

function groupsOf(groups: readonly UnitGroup[]): Groups {
  const found = new Map<UnitFacts, number>();
  groups.forEach(({ units }, at) => {
    for (const unit of units) found.set(unit, (found.get(unit) ?? 0) | (1 << at));
  });
  return found;
}

/** Those outside the base of the rate are not among them. */
function baseOf(scene: Scene, kind: RetentionKind): Base {
  const units: UnitFacts[] = [];
  const pairs: number[] = [];
  const add = (unit: UnitFacts, left: number, opening: number) => {
    units.push(unit);
    pairs.push(left, opening);
  };
  if (kind === "customers") {
    for (const { unit, isActiveAtStart, isActiveAtEnd } of customerRows(scene, scene.asOfDay))
      if (isActiveAtStart) add(unit, isActiveAtEnd ? 1 : 0, 1);
  } else {
    for (const row of rowsAt(scene, scene.asOfDay, kind)) {
      const ratio = ratioRow(row, kind);
      if (ratio) add(row.unit, ratio.y, ratio.x);
    }
  }
  return { pairs: Float64Array.from(pairs), units };
}

type IsIn = (index: number) => boolean;

function chosenPairs(pairs: Float64Array, isIn: IsIn): Float64Array {
  let length = 0;
  const chosen = new Float64Array(pairs.length);
  for (let at = 0; at < pairs.length; at += 2) {
    if (!isIn(at >> 1)) continue;
    chosen[length] = pairs[at] as number;
    chosen[length + 1] = pairs[at + 1] as number;
    length += 2;
  }
  return chosen.subarray(0, length);
}

function countsOf(pairs: Float64Array): { kept: number; all: number } {
  let kept = 0;
  for (let at = 0; at < pairs.length; at += 2) kept += pairs[at] as number;
  return { kept, all: pairs.length >> 1 };
}

function estimateOf(pairs: Float64Array, kind: RetentionKind) {
  if (kind !== "customers") return packedRevenueRate([pairs], kind);
  const { kept, all } = countsOf(pairs);
  return wilsonInterval(kept, all);
}

type Estimated = Extract<ReturnType<typeof estimateOf>, { value: number }>;

/** The members of a group against the others. Where all of them did the same there is no spread to test by. */
function differenceOf({ pairs }: Base, isIn: IsIn, { interval }: Estimated) {
  if (interval === null || interval.high === interval.low) return null;
  return clusteredContrast(pairs, isIn);
}

/** The same for a share of customers, where "all of them" is no certainty. */
function shareDifference({ pairs }: Base, isIn: IsIn) {
  const own = countsOf(chosenPairs(pairs, isIn));
  const { kept, all } = countsOf(pairs);
  return newcombeDifference(own.kept, own.all, kept - own.kept, all - own.all);
}

function figuresOf(
  scene: Scene,
  kind: RetentionKind,
  base: Base,
  groups: readonly UnitGroup[],
  groupsOfUnit: Groups,
): GroupFigureDto[] {
  const bits = Uint32Array.from(base.units, (unit) => groupsOfUnit.get(unit) ?? 0);
  const own = groups.map(
    (_, at): IsIn =>
      (index) =>
        ((bits[index] as number) & (1 << at)) !== 0,
  );
  const estimates = own.map((isIn) => estimateOf(chosenPairs(base.pairs, isIn), kind));
  const tests = estimates.map((estimate, at) => {
    const isIn = own[at] as IsIn;
    if (estimate.value === null || isTooFew(scene, estimate.n, base.units.length - estimate.n))
      return null;
    return kind === "customers" ? shareDifference(base, isIn) : differenceOf(base, isIn, estimate);
  });
  const real = realFindings(tests.map((test) => test?.pValue ?? null));
  return estimates.map((estimate, at) => ({
    ...enoughDto(estimate, scene.settings.fewestForStatistic),
    difference: tests[at]?.value ?? null,
    isReal: real[at] ?? null,
  }));
}

/** Retention of each group beside that of all, with those marked that really differ from the others. */
export function buildByGroup(scene: Scene, groups: readonly UnitGroup[]): ByGroupDto {
  const groupsOfUnit = groupsOf(groups);
  const [net, gross, customers] = RETENTION_KINDS.map((kind) => {
    const base = baseOf(scene, kind);
    const all = enoughDto(estimateOf(base.pairs, kind), scene.settings.fewestForStatistic);
    return { all, groups: figuresOf(scene, kind, base, groups, groupsOfUnit) };
  }) as [Figures, Figures, Figures];
  return {
    all: { net: net.all, gross: gross.all, customers: customers.all },
    groups: groups.map(({ key, name, units }, at) => ({
      key,
      name,
      accounts: units.length,
      net: net.groups[at] as GroupFigureDto,
      gross: gross.groups[at] as GroupFigureDto,
      customers: customers.groups[at] as GroupFigureDto,
    })),
  };
}

type Figures = { all: ByGroupDto["all"]["net"]; groups: GroupFigureDto[] };
