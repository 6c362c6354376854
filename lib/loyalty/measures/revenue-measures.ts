import { assessAt, type UnitFacts } from "@/lib/facts/workspace-facts";
import { bootstrap, contractValue, type RevenueRow, revenueRetention } from "@/lib/metrics";
import type { AccountRef, VerdictDto } from "../figures.types";
import { monthsBefore, type Scene } from "../scene";
import { type Figure, known, type Measure, type NotSuited, unknown, verdictOf } from "./measure";

type Row = RevenueRow & { unit: UnitFacts };
type Rate = "gross" | "net";

const REPLICATES = 300;
/** A change of the rate that is worth naming the account for. */
const NOTABLE = 0.01;
const HISTORY_HELP = "The data reach back less than a year before this date.";

function contractMinor(unit: UnitFacts, day: number): number {
  return unit.history.contracts.reduce((sum, contract) => sum + contractValue(contract, day), 0);
}

function contractRows(scene: Scene, day: number): Row[] {
  const opening = monthsBefore(day, 12);
  const assessed = assessAt(scene.facts, day);
  return scene.units.map((unit) => ({
    unit,
    openingMinor: contractMinor(unit, opening),
    closingMinor: assessed.get(unit.id)?.activity.hasContract ? contractMinor(unit, day) : 0,
  }));
}

/** Running revenue against the same figure a year earlier, of the accounts that were customers then. */
function runningRows(scene: Scene, day: number): Row[] {
  const assessed = assessAt(scene.facts, day);
  const yearAgo = assessAt(scene.facts, monthsBefore(day, 12));
  return scene.units.flatMap((unit) => {
    const now = assessed.get(unit.id);
    const base = now?.revenue.baseMinor ?? null;
    if (!now || base === null) return [];
    const wasCustomer = now.revenue.isShortHistory || yearAgo.get(unit.id)?.standing;
    return [
      {
        unit,
        openingMinor: wasCustomer ? Math.max(0, base) : 0,
        closingMinor: now.standing ? Math.max(0, now.revenue.runningMinor) : 0,
      },
    ];
  });
}

function keptMinor({ openingMinor, closingMinor }: RevenueRow, rate: Rate): number {
  return rate === "gross" ? Math.min(openingMinor, closingMinor) : closingMinor;
}

/** The rate alone: a bootstrap draws it hundreds of times and needs no interval of each. */
function rateOf(rows: readonly RevenueRow[], rate: Rate): number | null {
  let opening = 0;
  let kept = 0;
  for (const row of rows) {
    if (row.openingMinor <= 0) continue;
    opening += row.openingMinor;
    kept += keptMinor(row, rate);
  }
  return opening === 0 ? null : kept / opening;
}

/** The same accounts drawn again and again, both rates from each draw. */
function changeVerdict(scene: Scene, now: Row[], before: Row[], rate: Rate): VerdictDto {
  const earlier = new Map(before.map((row) => [row.unit.id, row]));
  const pairs = now.map((row) => ({ now: row, before: earlier.get(row.unit.id) }));
  const difference = bootstrap(
    pairs,
    (sample) => {
      const is = rateOf(
        sample.map((pair) => pair.now),
        rate,
      );
      const was = rateOf(
        sample.flatMap((pair) => pair.before ?? []),
        rate,
      );
      return is === null || was === null ? null : is - was;
    },
    { replicates: REPLICATES },
  );
  if (difference.value === null || difference.interval === null)
    return { kind: "notComparable", reason: "noEarlierFigure" };
  const { value, interval } = difference;
  const isReal = interval.low > 0 || interval.high < 0;
  return verdictOf(scene, { isReal, tested: value, change: value });
}

/** The account without which the rate would be most different. */
function moverOf(rows: readonly Row[], rate: Rate): { account: AccountRef; change: number } | null {
  const base = rows.filter(({ openingMinor }) => openingMinor > 0);
  const all = rateOf(base, rate);
  if (all === null || base.length < 2) return null;
  const total = base.reduce((sum, row) => sum + row.openingMinor, 0);
  let mover: { account: AccountRef; change: number } | null = null;
  for (const row of base) {
    const without = (all * total - keptMinor(row, rate)) / (total - row.openingMinor);
    const change = all - without;
    if (Math.abs(change) < NOTABLE || Math.abs(change) <= Math.abs(mover?.change ?? 0)) continue;
    mover = { account: { id: row.unit.id, name: row.unit.account.name }, change };
  }
  return mover;
}

function retentionFigure(
  scene: Scene,
  rate: Rate,
  rowsAt: (scene: Scene, day: number) => Row[],
): Figure {
  const fromDay = monthsBefore(scene.asOfDay, 12);
  const rows = rowsAt(scene, scene.asOfDay);
  const retained = revenueRetention(rows)[rate];
  if (retained.value === null) return unknown("historyTooShort", HISTORY_HELP, { fromDay });
  return known(retained, {
    fromDay,
    counts: [
      { what: "accounts", count: retained.n, of: null },
      { what: "months", count: 12, of: null },
    ],
    verdict: changeVerdict(scene, rows, rowsAt(scene, scene.compareDay), rate),
    mover: moverOf(rows, rate),
  });
}

function grossFigure(scene: Scene): Figure | NotSuited {
  if (!scene.units.some((unit) => unit.history.contracts.length > 0))
    return {
      hidden: "noContracts",
      help: "Needs contracts with a start, an end and a yearly value.",
    };
  return retentionFigure(scene, "gross", contractRows);
}

function netFigure(scene: Scene): Figure | NotSuited {
  return retentionFigure(scene, "net", runningRows);
}

function retentionScale(figure: Figure) {
  return { min: 0.5, max: Math.max(1.25, figure.interval?.high ?? figure.value ?? 1) };
}

export const grossMeasure: Measure = {
  key: "grossRevenueRetention",
  name: "Gross retention",
  population: "contracts",
  unit: "ratio",
  definitionKey: "revenueRetention",
  scaleOf: (figure) => ({ min: Math.min(0.5, figure.interval?.low ?? 0.5), max: 1 }),
  figure: grossFigure,
};

export const netMeasure: Measure = {
  key: "netRevenueRetention",
  name: "Net retention",
  population: "all",
  unit: "ratio",
  definitionKey: "revenueRetention",
  scaleOf: retentionScale,
  figure: netFigure,
};
