import { addDays } from "@/lib/format/calendar";
import type { Guess } from "./guess";

/** What a file calls the end of a term: its last day, or the first day after it, as terms are kept here. */
export const TERM_ENDS = ["lastDay", "dayAfter"] as const;
export type TermEnd = (typeof TERM_ENDS)[number];

export type WrittenTerm = { contract: string; startsOn: string; endsOn: string };

// Beyond it not every month has the day.
const LAST_COMMON_DAY = 28;

function isWholeMonths(startsOn: string, dayAfter: string): boolean {
  const day = startsOn.slice(8);
  return Number(day) <= LAST_COMMON_DAY && dayAfter > startsOn && dayAfter.slice(8) === day;
}

/** The days on which another term of the same contract begins. */
function startsByContract(terms: readonly WrittenTerm[]): Map<string, Set<string>> {
  const starts = new Map<string, Set<string>>();
  for (const { contract, startsOn } of terms) {
    const known = starts.get(contract);
    if (known) known.add(startsOn);
    else starts.set(contract, new Set([startsOn]));
  }
  return starts;
}

/** Of odd terms one in thirty looks like whole months by chance. */
function isEnough(count: number, terms: number): boolean {
  return count > 0 && count * (count > 1 ? 10 : 2) >= terms;
}

/**
 * Terms of whole months settle it, 1 January to 31 December or to 1 January, and so does the next term of
 * the contract. Where none or too few of them do, or they speak against each other, it is asked: a day too few
 * ends every contract at a month's close. Where no term ends it is asked too, for later rows may.
 */
export function guessTermEnd(terms: readonly WrittenTerm[]): Guess<TermEnd> {
  const starts = startsByContract(terms);
  const isEnd = (term: WrittenTerm, dayAfter: string) =>
    isWholeMonths(term.startsOn, dayAfter) || starts.get(term.contract)?.has(dayAfter) === true;
  const dayAfter = terms.filter((term) => isEnd(term, term.endsOn)).length;
  const lastDay = terms.filter((term) => isEnd(term, addDays(term.endsOn, 1))).length;
  if (dayAfter > 0 && lastDay > 0) return { value: null, why: "mixed" };
  if (isEnough(lastDay, terms.length)) return { value: "lastDay", why: "certain" };
  if (isEnough(dayAfter, terms.length)) return { value: "dayAfter", why: "certain" };
  return { value: null, why: "ambiguous" };
}
