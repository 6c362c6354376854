import { isContactAt } from "@/lib/facts/latest-answer";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { type AccountAssessment, shareOf } from "@/lib/metrics";

export type Waiting = {
  contactId: string;
  unitId: string;
  runningMinor: number;
  hasDecider: boolean;
};

export type Deciders = {
  /** People of active accounts whose role is not known, of the largest accounts first. */
  waiting: Waiting[];
  runningMinor: number;
  decidedMinor: number;
};

/** Who of the active accounts' people has no role, and what share of the revenue has a known decision-maker. */
export function findWaiting(
  units: readonly UnitFacts[],
  assessed: ReadonlyMap<string, AccountAssessment>,
  day: number,
): Deciders {
  const waiting: Waiting[] = [];
  let [runningMinor, decidedMinor] = [0, 0];
  for (const unit of units) {
    const assessment = assessed.get(unit.id);
    if (!assessment?.standing) continue;
    const minor = assessment.revenue.runningMinor;
    const present = unit.history.people.filter(
      (person) => !person.isUnnamed && isContactAt(person, day),
    );
    const hasDecider = present.some(({ role }) => role === "decisionMaker");
    runningMinor += minor;
    if (hasDecider) decidedMinor += minor;
    for (const { personId, role } of present) {
      if (role !== null) continue;
      waiting.push({ contactId: personId, unitId: unit.id, runningMinor: minor, hasDecider });
    }
  }
  waiting.sort(
    (a, b) =>
      b.runningMinor - a.runningMinor ||
      a.unitId.localeCompare(b.unitId) ||
      a.contactId.localeCompare(b.contactId),
  );
  return { waiting, runningMinor, decidedMinor };
}

/** Shares before and after: an account counts once, however many of its people decide. */
export function decidedShares(
  { runningMinor, decidedMinor }: Deciders,
  guessed: readonly Waiting[],
): { now: number | null; withGuesses: number | null } {
  const more = new Map(
    guessed.filter(({ hasDecider }) => !hasDecider).map((one) => [one.unitId, one.runningMinor]),
  );
  const added = [...more.values()].reduce((sum, minor) => sum + minor, 0);
  return {
    now: shareOf(decidedMinor, runningMinor),
    withGuesses: shareOf(decidedMinor + added, runningMinor),
  };
}
