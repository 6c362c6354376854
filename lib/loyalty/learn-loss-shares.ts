import { assessAt, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay, monthNumber } from "@/lib/format/calendar";
import { type AccountAssessment, type LossShares, type LossSpan, lossShares } from "@/lib/metrics";
import { monthsBefore } from "./scene";

const MAX_YEARS = 3;

function runningOf(assessment: AccountAssessment | undefined): number {
  if (!assessment?.standing) return 0;
  return Math.max(0, assessment.revenue.runningMinor);
}

/**
 * What is left of the opening revenue: nothing of an account that was lost, and of the others as much as
 * their own orders prove. A lumpy buyer's thin year is no loss.
 */
function leftOf(openingMinor: number, closing: AccountAssessment | undefined): number {
  if (!closing?.standing) return 0;
  return openingMinor * Math.min(1, closing.behaviour.kept.provenRatio ?? 1);
}

/** A span counts where its first day already had a whole year of orders behind it. */
function hasYearBehind(facts: WorkspaceFacts, startDay: number): boolean {
  if (facts.ordersToDay === null) return true;
  return monthNumber(isoOfDay(startDay)) - facts.context.dataFromMonth >= 12;
}

/** Twelve-month spans that end at the as-of day and at its anniversaries; none overlaps another. */
function spansOf(facts: WorkspaceFacts, asOfDay: number): LossSpan[] {
  const spans: LossSpan[] = [];
  for (let year = 0; year < MAX_YEARS; year += 1) {
    const startDay = monthsBefore(asOfDay, 12 * (year + 1));
    if (!hasYearBehind(facts, startDay)) break;
    const closing = assessAt(facts, monthsBefore(asOfDay, 12 * year));
    for (const [id, opening] of assessAt(facts, startDay)) {
      if (!opening.standing) continue;
      const openingMinor = runningOf(opening);
      const closingMinor = leftOf(openingMinor, closing.get(id));
      spans.push({ state: opening.standing.state, openingMinor, closingMinor });
    }
  }
  return spans;
}

/** What this workspace's own accounts lost within a year, by the state they stood in. */
export function learnLossShares(facts: WorkspaceFacts, asOfDay: number): LossShares {
  const active = [...assessAt(facts, asOfDay).values()].filter(({ standing }) => standing !== null);
  const running = active.reduce((sum, assessment) => sum + runningOf(assessment), 0);
  return lossShares(spansOf(facts, asOfDay), active.length === 0 ? 0 : running / active.length);
}
