import {
  clusteredDifference,
  largestInfluence,
  monthOfDay,
  type RevenueBridge,
  shareOf,
} from "@/lib/metrics";
import type { AccountRef, InputDto, VerdictDto } from "../figures.types";
import { perUnit, rowsOf } from "../per-epoch";
import { monthsBefore, type Scene } from "../scene";
import {
  type Figure,
  inputs,
  isTooFew,
  known,
  type Measure,
  type NotSuited,
  tooFew,
  unknown,
  verdictOf,
} from "./measure";
import {
  type Rate,
  type Row,
  ratioOf,
  ratioRow,
  retainedAt,
  rowAt,
  rowsAt,
} from "./retained-revenue";

/** A change of the rate that is worth naming the account for. */
const NOTABLE = 0.01;

/** The same accounts at both dates, each compared with itself. */
function changeVerdict(scene: Scene, rate: Rate): VerdictDto {
  const { facts, asOfDay, compareDay } = scene;
  const [rowNow, rowBefore] = [rowAt(scene, asOfDay, rate), rowAt(scene, compareDay, rate)];
  const pairOf = perUnit(facts, `${rate} ${asOfDay} ${compareDay}`, (unit) => {
    const [is, was] = [rowNow(unit), rowBefore(unit)];
    if (is === null) return null;
    const pair = { now: ratioRow(is, rate), before: was && ratioRow(was, rate) };
    return pair.now === null && pair.before === null ? null : pair;
  });
  const pairs = rowsOf(scene.units, `${rate} ${asOfDay} ${compareDay}`, pairOf);
  if (isTooFew(scene, pairs.length)) return tooFew();
  return verdictOf(scene, clusteredDifference(pairs));
}

/** The account without which the rate would be most different. */
function moverOf(rows: readonly Row[], rate: Rate): { account: AccountRef; change: number } | null {
  const base = rows.filter(({ openingMinor }) => openingMinor > 0);
  const most = largestInfluence(base.map((row) => ratioOf(row, rate)));
  const account = most.value === null ? undefined : base[most.index]?.unit.account;
  if (most.value === null || !account || Math.abs(most.value) < NOTABLE) return null;
  return { account: { id: account.id, name: account.name }, change: most.value };
}

/** The bridge from the opening to the closing revenue; what is nil is not said. */
function bridgeInputs(bridge: RevenueBridge, rate: Rate): InputDto[] {
  const { openingMinor, expansionMinor, contractionMinor, lostMinor } = bridge;
  const keptMinor = openingMinor - contractionMinor - lostMinor;
  const orNull = (minor: number) => (minor === 0 ? null : minor);
  const [kept, value] =
    rate === "gross"
      ? (["keptOfIt", keptMinor] as const)
      : (["closingSame", keptMinor + expansionMinor] as const);
  return inputs([
    ["openingRevenue", openingMinor, "money"],
    [kept, value, "money"],
    ["boughtLess", contractionMinor, "money"],
    ["leftWith", lostMinor, "money"],
    [rate === "gross" ? "boughtMoreNot" : "boughtMore", expansionMinor, "money"],
    ["newNot", orNull(bridge.newMinor), "money"],
    ["wonBackNot", orNull(bridge.wonBackMinor), "money"],
    ["exchangeNot", orNull(Math.round(bridge.exchangeMinor)), "money"],
  ]);
}

/** The data may reach back, and only nobody of this selection. */
function whyNoYear({ facts }: Scene, fromDay: number): "lessThanYear" | "nobodyYearAgo" {
  const first = facts.firstMonth;
  return first !== null && first <= monthOfDay(fromDay) ? "nobodyYearAgo" : "lessThanYear";
}

function retentionFigure(scene: Scene, rate: Rate): Figure {
  const fromDay = monthsBefore(scene.asOfDay, 12);
  const rows = rowsAt(scene, scene.asOfDay, rate);
  const { [rate]: retained, bridge } = retainedAt(scene, scene.asOfDay, rate);
  if (retained.value === null)
    return unknown("historyTooShort", whyNoYear(scene, fromDay), { fromDay });
  const each = () =>
    rows.flatMap((row) => {
      const own = ratioRow(row, rate);
      return own === null ? [] : [shareOf(own.y, own.x) ?? 0];
    });
  return known(
    scene,
    retained,
    { values: each, unit: "ratio" },
    {
      fromDay,
      counts: [
        { what: "accounts", count: retained.n, of: null },
        { what: "months", count: 12, of: null },
      ],
      inputs: bridgeInputs(bridge, rate),
      verdict: changeVerdict(scene, rate),
      mover: moverOf(rows, rate),
    },
  );
}

function hasContracts({ units }: Scene): boolean {
  return units.some(({ history }) => history.contracts.length > 0);
}

function grossFigure(scene: Scene): Figure | NotSuited {
  if (!hasContracts(scene)) return { hidden: "noContracts", help: "contracts" };
  return retentionFigure(scene, "gross");
}

function netFigure(scene: Scene): Figure | NotSuited {
  return retentionFigure(scene, "net");
}

function retentionScale(figure: Figure) {
  return { min: 0.5, max: Math.max(1.25, figure.interval?.high ?? figure.value ?? 1) };
}

export const grossMeasure: Measure = {
  key: "grossRevenueRetention",
  unit: "ratio",
  definitionKey: "revenueRetention",
  scaleOf: (figure) => ({ min: Math.min(0.5, figure.interval?.low ?? 0.5), max: 1 }),
  figure: grossFigure,
  suits: hasContracts,
};

export const netMeasure: Measure = {
  key: "netRevenueRetention",
  unit: "ratio",
  definitionKey: "revenueRetention",
  scaleOf: retentionScale,
  figure: netFigure,
};
