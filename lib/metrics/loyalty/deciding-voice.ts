import type { PersonScore } from "./assessment-types";
import type { RelativeAdvantage, Role, Switching } from "./types";

const seniority: readonly Role[] = ["decisionMaker", "influencer", "user"];
const switchingOrder: readonly Switching[] = ["no", "notSure", "yes"];
const alternativeOrder: readonly RelativeAdvantage[] = [
  "noRealAlternative",
  "worse",
  "same",
  "better",
];

export type Voice<T> = { readonly value: T; readonly day: number } | null;

/**
 * Switching answer of an account: would it choose us again if changing were free?
 *
 * Formula: the least favourable answer of the decision-makers, else of the influencers, else of the
 * users; no comes before not sure, not sure before yes.
 *
 * @param persons the persons whose answers count, as `accountAttitude` returns them
 * @returns the answer and its day, or null
 * Empty: null when nobody answered the question; the account is then neither locked in nor free.
 * @throws RangeError never
 * @source Holdfast's own construct
 * @example switchingAnswer([]) // => null
 */
export function switchingAnswer(persons: readonly PersonScore[]): Voice<Switching> {
  return leastFavourable(persons, (person) => person.switching, switchingOrder);
}

/**
 * Alternatives of an account: does it say there is no real alternative to us?
 *
 * Formula: as the switching answer; no real alternative comes first, then worse, same and better.
 * "Cannot say" is no answer.
 *
 * @param persons the persons whose answers count, as `accountAttitude` returns them
 * @returns the answer and its day, or null
 * Empty: null when nobody answered the question.
 * @throws RangeError never
 * @source Dick & Basu (1994), relative attitude; Holdfast's own construct
 * @example alternativeAnswer([]) // => null
 */
export function alternativeAnswer(persons: readonly PersonScore[]): Voice<RelativeAdvantage> {
  return leastFavourable(persons, (person) => person.relativeAdvantage, alternativeOrder);
}

function leastFavourable<T>(
  persons: readonly PersonScore[],
  answerOf: (person: PersonScore) => Voice<T>,
  order: readonly T[],
): Voice<T> {
  for (const role of seniority) {
    const answers = persons
      .filter((person) => person.role === role)
      .map(answerOf)
      .filter((answer) => answer !== null && order.includes(answer.value)) as {
      value: T;
      day: number;
    }[];
    answers.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value) || b.day - a.day);
    const first = answers[0];
    if (first !== undefined) return first;
  }
  return null;
}
