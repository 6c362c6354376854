import type { DriverItem } from "@/lib/accounts/driver-items";
import type { Language } from "@/lib/i18n/languages";
import { type RespondentKey, respondentDate, respondentPattern } from "@/lib/i18n/respondent-text";
import type { CODES } from "./question-codes";

type Words<Q extends keyof typeof CODES> = Record<(typeof CODES)[Q][number], RespondentKey>;

/** The words of every answer that is stored as a code. */
export const CODE_WORDS: { [Q in keyof typeof CODES]: Words<Q> } = {
  relative_advantage: {
    worse: "question.worse",
    same: "question.same",
    better: "question.better",
    no_real_alternative: "question.noRealAlternative",
    cannot_say: "question.cannotSay",
  },
  switching: { no: "question.no", not_sure: "question.notSure", yes: "question.yes" },
  reason_to_stay: {
    product: "reasons.product",
    people: "reasons.people",
    price: "reasons.price",
    ease: "reasons.ease",
    bound: "reasons.bound",
    none: "reasons.none",
    other: "reasons.other",
  },
  search: {
    moving: "searches.moving",
    offer: "searches.offer",
    looked: "searches.looked",
    no: "searches.no",
  },
  contact_me: { yes: "question.contactMe", no: "question.no" },
};

const SATISFACTION = {
  veryDissatisfied: "question.csat1",
  dissatisfied: "question.csat2",
  neither: "question.csat3",
  satisfied: "question.csat4",
  verySatisfied: "question.csat5",
} as const satisfies Record<string, RespondentKey>;
const { veryDissatisfied, dissatisfied, neither, satisfied, verySatisfied } = SATISFACTION;

// Fewer steps leave words out and never change what a word is worth: "satisfied" is the step below
// the top on every scale, and the two upper steps are the satisfied ones.
const CSAT_STEPS: Record<string, RespondentKey[]> = {
  "1-5": [veryDissatisfied, dissatisfied, neither, satisfied, verySatisfied],
  "1-4": [veryDissatisfied, dissatisfied, satisfied, verySatisfied],
  "1-3": [dissatisfied, satisfied, verySatisfied],
};

const EASE_STEPS: RespondentKey[] = [
  "question.ease1",
  "question.ease2",
  "question.ease3",
  "question.ease4",
  "question.ease5",
];

/** The words on each step of a labelled scale, the worst first; none where the survey brings its own. */
export function stepWords(question: string, scale: string): RespondentKey[] {
  if (question === "ease") return EASE_STEPS;
  return question === "csat" || question.startsWith("driver_") ? (CSAT_STEPS[scale] ?? []) : [];
}

export const DRIVER_WORDS: Record<DriverItem, RespondentKey> = {
  added_value: "drivers.addedValue",
  service: "drivers.service",
  communication: "drivers.communication",
  incentives: "drivers.incentives",
  trust: "drivers.trust",
};

type Named = { company: string; touchpointName: string | null; touchpointOn: string | null };

/** Fills a question's names in. Without a day, "{touchpoint}, {date}" is the touchpoint alone. */
export function filledText(language: Language, pattern: string, asked: Named): string {
  const { company, touchpointName, touchpointOn } = asked;
  const dated = touchpointOn === null ? pattern.replace(/,?\s*\{date\}/g, "") : pattern;
  const values: Record<string, string> = {
    company,
    touchpoint: touchpointName ?? "",
    date: touchpointOn === null ? "" : respondentDate(language, touchpointOn),
  };
  return dated.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

export function standardText(language: Language, key: RespondentKey, asked: Named): string {
  return filledText(language, respondentPattern(language, key), asked);
}
