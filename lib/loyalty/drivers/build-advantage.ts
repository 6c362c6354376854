import { isContactAt } from "@/lib/facts/latest-answer";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import {
  clusteredDifference,
  clusteredShare,
  type RatioPair,
  type RatioRow,
  type RelativeAdvantage,
} from "@/lib/metrics";
import type { AdvantageDto } from "../drivers.types";
import { estimateDto } from "../estimate-dto";
import type { OptionDto } from "../overview.types";
import { perUnit, rowsOf } from "../per-epoch";
import { realFindings } from "../real-findings";
import { monthsBefore } from "../scene";

const MONTHS = 6;

type Counts = { [K in RelativeAdvantage]: number };

const NONE: Counts = { better: 0, same: 0, worse: 0, noRealAlternative: 0, cannotSay: 0 };

/** One answer of each person after one day and up to another: the latest. */
function countsIn({ history }: UnitFacts, afterDay: number, untilDay: number): Counts {
  const counts = { ...NONE };
  for (const person of history.people) {
    if (!isContactAt(person, untilDay)) continue;
    let latest: { day: number; value: RelativeAdvantage } | null = null;
    for (const answer of person.answers) {
      if (answer.question !== "relativeAdvantage" || answer.class !== "confirmed") continue;
      if (answer.day <= afterDay || answer.day > untilDay) continue;
      if (latest === null || answer.day >= latest.day) latest = answer;
    }
    if (latest !== null) counts[latest.value] += 1;
  }
  return counts;
}

function rowOf({ better, same, worse }: Counts): RatioRow | null {
  const x = better + same + worse;
  return x === 0 ? null : { y: better, x };
}

type UnitAdvantage = { counts: Counts; pair: RatioPair };

function hasSpoken({ history }: UnitFacts): boolean {
  return history.people.some(({ answers }) =>
    answers.some(({ question }) => question === "relativeAdvantage"),
  );
}

/** What each account said in the half year up to a day, and in the one before; without those that never said any. */
export function advantageOf(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  asOfDay: number,
): readonly UnitAdvantage[] {
  const [since, before] = [monthsBefore(asOfDay, MONTHS), monthsBefore(asOfDay, 2 * MONTHS)];
  const saidBy = perUnit(facts, `advantage ${asOfDay}`, (unit) => {
    if (!hasSpoken(unit)) return null;
    const counts = countsIn(unit, since, asOfDay);
    return { counts, pair: { now: rowOf(counts), before: rowOf(countsIn(unit, before, since)) } };
  });
  return rowsOf(units, `advantage ${asOfDay}`, saidBy);
}

function addUp(all: readonly Counts[]): AdvantageDto["counts"] {
  const sum = (key: RelativeAdvantage) => all.reduce((total, counts) => total + counts[key], 0);
  return {
    better: sum("better"),
    same: sum("same"),
    worse: sum("worse"),
    none: sum("noRealAlternative"),
    cannotSay: sum("cannotSay"),
  };
}

type Selection = { segment: OptionDto | null; said: readonly UnitAdvantage[] };

function measured({ segment, said }: Selection, fewest: number) {
  const rows = said.flatMap(({ pair }) => pair.now ?? []);
  const before = said.filter(({ pair }) => pair.before !== null).length;
  const pairs = said.flatMap(({ pair }) => ((pair.now ?? pair.before) ? [pair] : []));
  const isEnough = rows.length >= fewest;
  const better = clusteredShare(rows.map(({ y, x }) => ({ k: y, n: x })));
  const change = isEnough && before >= fewest ? clusteredDifference(pairs) : null;
  const dto: AdvantageDto = {
    segment,
    better: isEnough
      ? estimateDto(better)
      : { value: null, low: null, high: null, n: rows.length, reason: "tooFewAnswers" },
    counts: addUp(said.map(({ counts }) => counts)),
    change: change && estimateDto(change),
    isRealChange: false,
    isRealDrop: false,
  };
  return { dto, pValue: change?.pValue ?? null };
}

/** Relative advantage of each selection; what is called real allows for how many were looked at. */
export function buildAdvantage(selections: readonly Selection[], fewest: number): AdvantageDto[] {
  const all = selections.map((selection) => measured(selection, fewest));
  const real = realFindings(all.map(({ pValue }) => pValue));
  return all.map(({ dto }, at) => {
    const isRealChange = real[at] === true;
    return { ...dto, isRealChange, isRealDrop: isRealChange && (dto.change?.value ?? 0) < 0 };
  });
}
