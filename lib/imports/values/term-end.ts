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

/**
 * A term of whole months settles it, 1 January to 31 December or to 1 January, and so does the next term of
 * the contract. Where no term does, or they speak against each other, it is asked: a day too few ends every
 * contract at a month's close.
 */
export function guessTermEnd(terms: readonly WrittenTerm[]): Guess<TermEnd> {
  const starts = startsByContract(terms);
  const isEnd = (term: WrittenTerm, dayAfter: string) =>
    isWholeMonths(term.startsOn, dayAfter) || starts.get(term.contract)?.has(dayAfter) === true;
  const dayAfter = terms.some((term) => isEnd(term, term.endsOn));
  const lastDay = terms.some((term) => isEnd(term, addDays(term.endsOn, 1)));
  if (dayAfter && lastDay) return { value: null, why: "mixed" };
  if (lastDay) return { value: "lastDay", why: "certain" };
  if (dayAfter || terms.length === 0) return { value: "dayAfter", why: "certain" };
  return { value: null, why: "ambiguous" };
}
