import {
  assessAt,
  settingsAt,
  type UnitFacts,
  type WorkspaceFacts,
} from "@/lib/facts/workspace-facts";
import { figureOf } from "./account-figures";
import type { SegmentMemberDto } from "./segment.types";
import type { SegmentRule } from "./segment-rules";
import { selectUnits } from "./select-units";

function runningOf(facts: WorkspaceFacts, unit: UnitFacts, asOfDay: number): number | null {
  const assessment = assessAt(facts, asOfDay).get(unit.id);
  const { answerDays } = settingsAt(facts, asOfDay);
  return figureOf("runningRevenue", unit, assessment, asOfDay, answerDays);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Who matches, the largest first; accounts whose revenue is not known stand last. */
export function sortedMembers(
  facts: WorkspaceFacts,
  rules: SegmentRule,
  asOfDay: number,
): UnitFacts[] {
  return selectUnits(facts, rules, asOfDay)
    .map((unit) => ({ unit, running: runningOf(facts, unit, asOfDay) ?? Number.NEGATIVE_INFINITY }))
    .sort((a, b) => {
      if (a.running !== b.running) return b.running - a.running;
      return (
        compareText(a.unit.account.name, b.unit.account.name) || compareText(a.unit.id, b.unit.id)
      );
    })
    .map(({ unit }) => unit);
}

export function buildMember(
  facts: WorkspaceFacts,
  unit: UnitFacts,
  asOfDay: number,
  since: string | null,
): SegmentMemberDto {
  const isActive = Boolean(assessAt(facts, asOfDay).get(unit.id)?.standing);
  const runningMinor = runningOf(facts, unit, asOfDay);
  return { id: unit.id, name: unit.account.name, isActive, runningMinor, since };
}
