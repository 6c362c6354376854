import { compareText } from "../core/compare-text";
import { mean } from "../core/order-statistics";
import { isActiveAt } from "../core/period";
import { isAtLeast } from "../core/result";
import type { Attitude, AttitudeReason, AttitudeWay, PersonScore } from "./assessment-types";
import { personScore } from "./person-score";
import { defaultLoyaltySettings } from "./settings";
import type { LoyaltySettings, Person, Role } from "./types";

/**
 * Account attitude: does the account want to stay?
 *
 * Formula: four ways side by side: mean of the points of every counted answer; mean of every person's
 * score; the lowest decision-maker; the mean of the decision-makers, else of the influencers, else of
 * the users. The map uses the least convinced decision-maker, and signer first where no
 * decision-maker answered. Two or more persons disagree when two of the four ways lie on different
 * sides of the line or .30 apart, or when two persons lie on different sides of the line and .30 apart.
 *
 * @param people all persons of the account; those who are contacts at the as-of day count, and those
 *   who answered through a link that names the account only
 * @param asOfDay day number
 * @param settings points, line, ages, and the way the map uses
 * @returns score 0..1 with the four ways, the mark and the persons behind it
 * Empty: null, never 0, with the reason neverAsked, askedNoAnswer, answersTooOld, askedTooRecently
 *   or nothingScored.
 * @throws RangeError when an answer is off its scale
 * @source Dick & Basu (1994); Holdfast's own construct
 * @example accountAttitude([], 0).reason // => "neverAsked"
 */
export function accountAttitude(
  people: readonly Person[],
  asOfDay: number,
  settings: LoyaltySettings = defaultLoyaltySettings,
): Attitude {
  const persons: PersonScore[] = [];
  for (const person of people) {
    if (!isContact(person, asOfDay)) continue;
    const score = personScore(person, asOfDay, settings);
    if (score !== null) persons.push(score);
  }
  persons.sort((a, b) => compareText(a.personId, b.personId));
  const ways = attitudeWays(persons);
  const way = ways[settings.way] === null ? "signerFirst" : settings.way;
  const score = ways[way];
  const scored = persons.filter((person) => person.score !== null);
  return {
    score,
    reason: score === null ? whyUnknown(people, persons, asOfDay, settings) : null,
    way: score === null ? null : way,
    ways,
    disagree:
      scored.length >= 2 && (waysDisagree(ways, settings) || personsDisagree(scored, settings)),
    mark: score === null ? null : ways.leastConvinced === null ? "ring" : "filled",
    isFromTouchpointsOnly:
      scored.length > 0 && scored.every((person) => person.isFromTouchpointsOnly),
    persons,
  };
}

export function isContact(person: Person, day: number): boolean {
  return isActiveAt(person.fromDay, person.untilDay, day);
}

function attitudeWays(persons: readonly PersonScore[]): Attitude["ways"] {
  const scoresOf = (role: Role) =>
    persons
      .filter((person) => person.role === role)
      .map((person) => person.score)
      .filter(isNumber);
  const signers = scoresOf("decisionMaker");
  return {
    everyAnswer: mean(persons.flatMap((person) => person.points)),
    everyPerson: mean(persons.map((person) => person.score).filter(isNumber)),
    leastConvinced: signers.length === 0 ? null : Math.min(...signers),
    signerFirst: mean(signers) ?? mean(scoresOf("influencer")) ?? mean(scoresOf("user")),
  };
}

function isNumber(value: number | null): value is number {
  return value !== null;
}

function waysDisagree(
  ways: { readonly [K in AttitudeWay]: number | null },
  settings: LoyaltySettings,
) {
  const scores = Object.values(ways).filter(isNumber);
  const low = Math.min(...scores);
  const high = Math.max(...scores);
  return isAtLeast(high - low, settings.disagreeBy) || crosses(low, high, settings.line);
}

function personsDisagree(persons: readonly PersonScore[], settings: LoyaltySettings): boolean {
  const scores = persons.map((person) => person.score).filter(isNumber);
  const low = Math.min(...scores);
  const high = Math.max(...scores);
  return isAtLeast(high - low, settings.disagreeBy) && crosses(low, high, settings.line);
}

function crosses(low: number, high: number, line: number): boolean {
  return !isAtLeast(low, line) && isAtLeast(high, line);
}

function whyUnknown(
  people: readonly Person[],
  counted: readonly PersonScore[],
  asOfDay: number,
  settings: LoyaltySettings,
): AttitudeReason {
  if (counted.length > 0) return "nothingScored";
  let firstAsked: number | null = null;
  let hasOldAnswer = false;
  for (const person of people) {
    for (const { deliveredDay } of person.invitations) {
      const age = asOfDay - deliveredDay;
      if (age < 0 || age > settings.answerDays) continue;
      if (firstAsked === null || deliveredDay < firstAsked) firstAsked = deliveredDay;
    }
    if (!isContact(person, asOfDay)) continue;
    hasOldAnswer ||= person.answers.some(
      (answer) => answer.class === "confirmed" && asOfDay - answer.day > settings.answerDays,
    );
  }
  if (firstAsked === null) return hasOldAnswer ? "answersTooOld" : "neverAsked";
  return asOfDay - firstAsked < settings.tooRecentDays ? "askedTooRecently" : "askedNoAnswer";
}
