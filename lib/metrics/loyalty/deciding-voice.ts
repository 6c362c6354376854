import type { PersonScore, SatisfactionAnswer } from "./assessment-types";
import type { RelativeAdvantage, Role, Switching } from "./types";

const seniority: readonly Role[] = ["decisionMaker", "influencer", "user"];
const switchingRank: { readonly [K in Switching]: number } = { no: 0, notSure: 1, yes: 2 };
const alternativeRank: { readonly [K in RelativeAdvantage]: number | null } = {
  noRealAlternative: 0,
  worse: 1,
  same: 2,
  better: 3,
  cannotSay: null,
};

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
  return leastFavourable(
    persons,
    (person) => person.switching,
    (value) => switchingRank[value],
  );
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
  return leastFavourable(
    persons,
    (person) => person.relativeAdvantage,
    (value) => alternativeRank[value],
  );
}

/**
 * NPS answer of an account: what did the least convinced deciding person answer?
 *
 * Formula: the lowest answer of the decision-makers, else of the influencers, else of the users.
 *
 * @param persons the persons whose answers count, as `accountAttitude` returns them
 * @returns the answer 0..10 and its day, or null
 * Empty: null when nobody answered the question.
 * @throws RangeError never
 * @source Reichheld (2003); Holdfast's own construct
 * @example npsAnswer([]) // => null
 */
export function npsAnswer(persons: readonly PersonScore[]): Voice<number> {
  return leastFavourable(
    persons,
    (person) => person.nps,
    (value) => value,
  );
}

/**
 * Satisfaction answer of an account: how satisfied is the least satisfied deciding person?
 *
 * Formula: the answer with the fewest points of the decision-makers, else of the influencers, else of
 * the users; the scales are one question.
 *
 * @param persons the persons whose answers count, as `accountAttitude` returns them
 * @returns the answer on its own scale with its points 0..1 and its day, or null
 * Empty: null when nobody answered the question.
 * @throws RangeError never
 * @source Jones & Sasser (1995); Holdfast's own construct
 * @example satisfactionAnswer([]) // => null
 */
export function satisfactionAnswer(persons: readonly PersonScore[]): Voice<SatisfactionAnswer> {
  return leastFavourable(
    persons,
    (person) => person.satisfaction,
    (value) => value.points,
  );
}

/** @param rankOf the least favourable answer has the lowest rank; an answer without one is none */
function leastFavourable<T>(
  persons: readonly PersonScore[],
  answerOf: (person: PersonScore) => Voice<T>,
  rankOf: (value: T) => number | null,
): Voice<T> {
  for (const role of seniority) {
    let least: { rank: number; voice: NonNullable<Voice<T>> } | null = null;
    for (const person of persons) {
      const voice = person.role === role ? answerOf(person) : null;
      const rank = voice === null ? null : rankOf(voice.value);
      if (voice === null || rank === null) continue;
      const comesFirst =
        least === null || rank < least.rank || (rank === least.rank && voice.day > least.voice.day);
      if (comesFirst) least = { rank, voice };
    }
    if (least !== null) return least.voice;
  }
  return null;
}
