import { assessAt, type UnitFacts, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoDate } from "@/lib/format/calendar";
import { shareOf } from "@/lib/metrics";
import type { SegmentRow } from "./load-segments";
import type { SegmentDto, SegmentPreviewDto } from "./segment.types";
import { selectUnits } from "./select-units";

const EXAMPLES = 5;

type Sums = { activeAccounts: number; runningMinor: number };

export function sumActive(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  asOfDay: number,
): Sums {
  const assessments = assessAt(facts, asOfDay);
  const sums = { activeAccounts: 0, runningMinor: 0 };
  for (const { id } of units) {
    const assessment = assessments.get(id);
    if (!assessment?.standing) continue;
    sums.activeAccounts += 1;
    sums.runningMinor += assessment.revenue.runningMinor;
  }
  return sums;
}

type Known = Pick<SegmentDto, "accounts" | "activeAccounts" | "runningMinor" | "share">;

const UNKNOWN: Known = { accounts: null, activeAccounts: null, runningMinor: null, share: null };

function knownOf(facts: WorkspaceFacts, row: SegmentRow, asOfDay: number): Known {
  const units = selectUnits(facts, row.rules, asOfDay);
  const sums = sumActive(facts, units, asOfDay);
  // Of nobody there is nothing to tell, which is not 0.
  if (sums.activeAccounts === 0) return { ...UNKNOWN, accounts: units.length, activeAccounts: 0 };
  const all = sumActive(facts, facts.units, asOfDay);
  const share = shareOf(sums.runningMinor, all.runningMinor);
  return { accounts: units.length, ...sums, share };
}

/** @param facts null while they are being built */
export function buildSegment(
  facts: WorkspaceFacts | null,
  row: SegmentRow,
  asOfDay: number,
): SegmentDto {
  return {
    id: row.id,
    name: row.name,
    rules: row.rules,
    ...(facts ? knownOf(facts, row, asOfDay) : UNKNOWN),
    createdOn: isoDate(row.createdAt),
    updatedOn: isoDate(row.updatedAt),
  };
}

export function buildPreview(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  asOfDay: number,
  currency: string,
): SegmentPreviewDto {
  const assessments = assessAt(facts, asOfDay);
  const runningOf = (unit: UnitFacts) => assessments.get(unit.id)?.revenue.runningMinor ?? 0;
  const sums = sumActive(facts, units, asOfDay);
  const all = sumActive(facts, facts.units, asOfDay);
  return {
    currency,
    accounts: units.length,
    ...sums,
    share: shareOf(sums.runningMinor, all.runningMinor),
    examples: [...units]
      .sort((a, b) => runningOf(b) - runningOf(a) || (a.account.name < b.account.name ? -1 : 1))
      .slice(0, EXAMPLES)
      .map(({ id, account }) => ({ id, name: account.name })),
  };
}
