/** What a survey can ask first, with one press. */
export const SURVEY_QUESTIONS = [
  "nps",
  "csat",
  "relative_advantage",
  "switching",
  "reason_to_stay",
  "search",
  "ease",
  "custom",
] as const;
export type SurveyQuestion = (typeof SURVEY_QUESTIONS)[number];
export type SurveyScope = "relationship" | "touchpoint";

/** Said of a thing one cannot judge: stored, never scored, never the middle of a scale. */
export const CANNOT_SAY = "cannot_say";
export const NOT_RELEVANT = "not_relevant";

/** Questions answered in words. The worst answer comes first; what is no judgement comes last. */
export const CODES = {
  relative_advantage: ["worse", "same", "better", "no_real_alternative", CANNOT_SAY],
  switching: ["no", "not_sure", "yes"],
  reason_to_stay: ["product", "people", "price", "ease", "bound", "none", "other"],
  search: ["moving", "offer", "looked", "no"],
  contact_me: ["yes", "no"],
} as const;
export type CodedQuestion = keyof typeof CODES;

/** Stands in `survey.scale` where the answers are words; their events carry no scale. */
export const CODES_SCALE = "codes";

/** The scales a question can be asked on, the usual one first. */
export const SCALES: Record<SurveyQuestion, readonly [string, ...string[]]> = {
  nps: ["0-10"],
  csat: ["1-5", "1-4", "1-3"],
  ease: ["1-5"],
  custom: ["1-5", "1-2", "1-3", "1-4", "1-6", "1-7"],
  relative_advantage: [CODES_SCALE],
  switching: [CODES_SCALE],
  reason_to_stay: [CODES_SCALE],
  search: [CODES_SCALE],
};

/** At most once a year per person, and not while a contract is being decided. */
export const SELDOM_QUESTIONS = ["switching", "reason_to_stay", "search"] as const;
export type SeldomQuestion = (typeof SELDOM_QUESTIONS)[number];

/** "1-4" -> 1, 2, 3, 4. @throws RangeError when the text is no scale of numbers. */
export function stepsOf(scale: string): number[] {
  const [, low, high] = /^(\d{1,2})-(\d{1,2})$/.exec(scale) ?? [];
  const count = Number(high) - Number(low) + 1;
  if (low === undefined || count < 2) throw new RangeError(`${scale} is no scale`);
  return Array.from({ length: count }, (_, i) => Number(low) + i);
}
