import { roundHalfEven } from "@/lib/facts/currency";
import { isContactAt, latestAnswer } from "@/lib/facts/latest-answer";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { type AccountAssessment, monthOfDay, npsByAccount, shiftMonths } from "@/lib/metrics";
import type { FigureName, HearingWord, LoyaltyWord } from "./segment-figures";

type Assessed = AccountAssessment | undefined;

export function loyaltyOf(assessment: Assessed): LoyaltyWord[] {
  const standing = assessment?.standing;
  if (!standing) return [];
  return standing.part === null ? [standing.state] : [standing.state, standing.part];
}

/** Of active accounts: nobody is called silent who is no customer any more. */
export function hearingOf(assessment: Assessed): HearingWord | null {
  if (!assessment?.standing) return null;
  const { isSilent, isNotAsked } = assessment.hearing;
  return isSilent ? "silent" : isNotAsked ? "notAsked" : null;
}

/** The latest counted NPS answer of each person present. */
function scoresOf(unit: UnitFacts, asOfDay: number, answerDays: number) {
  return unit.history.people
    .filter((person) => isContactAt(person, asOfDay))
    .flatMap((person) => latestAnswer(person, "nps", asOfDay, answerDays) ?? []);
}

/** The newest of the account's answers; of several on one day the lowest. */
function lastScore(answers: readonly { day: number; value: number }[]): number | null {
  const newest = Math.max(...answers.map(({ day }) => day));
  const values = answers.filter(({ day }) => day === newest).map(({ value }) => value);
  return values.length === 0 ? null : Math.min(...values);
}

/** Whole months from one day to another that is not before it. */
export function wholeMonths(fromDay: number, toDay: number): number {
  const months = monthOfDay(toDay) - monthOfDay(fromDay);
  return shiftMonths(fromDay, months) > toDay ? months - 1 : months;
}

/**
 * An account's figure at the close of a day; null where it is not known. NPS is the account's own, as
 * NPS by account counts it: 100 x the mean of +1, 0 and -1 over its people.
 */
export function figureOf(
  name: FigureName,
  unit: UnitFacts,
  assessment: Assessed,
  asOfDay: number,
  answerDays: number,
): number | null {
  switch (name) {
    case "behaviour":
      return assessment?.standing ? assessment.behaviour.score : null;
    case "attitude":
      return assessment?.standing ? assessment.attitude.score : null;
    case "nps": {
      const scores = scoresOf(unit, asOfDay, answerDays).map(({ value }) => value);
      return npsByAccount([{ scores, revenueMinor: 0 }]).value;
    }
    case "lastScore":
      return lastScore(scoresOf(unit, asOfDay, answerDays));
    case "monthsSinceOrder": {
      const last = assessment?.hearing.lastOrderDay ?? null;
      return last === null ? null : wholeMonths(last, asOfDay);
    }
    case "runningRevenue":
      return assessment?.standing ? roundHalfEven(assessment.revenue.runningMinor) : null;
    case "shareOfWallet":
      return assessment?.shareOfWallet ?? null;
    case "daysToDecision": {
      const day = assessment?.decisionDay ?? null;
      return day === null || day < asOfDay ? null : day - asOfDay;
    }
  }
}
