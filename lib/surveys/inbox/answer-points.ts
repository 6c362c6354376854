import { toAnswer } from "@/lib/facts/load-answers";
import { defaultLoyaltySettings, pointsOf } from "@/lib/metrics";

/** An answered question as its event stores it. */
export type StoredScore = {
  question: string;
  valueNumber: number | null;
  valueCode: string | null;
  scale: string | null;
};

/** What one answer says of its person: the words of the loyalty map, `convinced` at the line and above. */
export type Standing = "unhappy" | "lukewarm" | "convinced";

const { line, unhappyUpTo, points } = defaultLoyaltySettings;

/** The points an answer gives on the map; null for questions and codes that are not scored. */
export function answerPoints(score: StoredScore): number | null {
  const nobody = { contactId: "", day: 0, scope: "relationship", class: "confirmed" } as const;
  const answer = toAnswer({ ...score, ...nobody });
  return answer && pointsOf(answer, points);
}

export function isBelowLine(score: StoredScore): boolean {
  const given = answerPoints(score);
  return given !== null && given < line;
}

export function standingOf(score: StoredScore): Standing | null {
  const given = answerPoints(score);
  if (given === null) return null;
  if (given >= line) return "convinced";
  return given <= unhappyUpTo ? "unhappy" : "lukewarm";
}

function steps(question: string, scale: string, low: number, high: number): StoredScore[] {
  const count = high - low + 1;
  return Array.from({ length: count }, (_, i) => ({
    question,
    scale,
    valueNumber: low + i,
    valueCode: null,
  }));
}

function codes(question: string, values: readonly string[]): StoredScore[] {
  return values.map((valueCode) => ({ question, scale: null, valueNumber: null, valueCode }));
}

const EVERY_SCORE: readonly StoredScore[] = [
  ...steps("nps", "0-10", 0, 10),
  ...[3, 4, 5, 7].flatMap((top) => steps("csat", `1-${top}`, 1, top)),
  ...codes("relative_advantage", ["better", "same", "worse", "no_real_alternative", "cannot_say"]),
  ...codes("switching", ["yes", "not_sure", "no"]),
];

/** What a database compares with: "csat 1-5 4", "switching  no". */
export const KEYS_BELOW_LINE: readonly string[] = EVERY_SCORE.filter(isBelowLine).map(
  ({ question, scale, valueNumber, valueCode }) =>
    `${question} ${scale ?? ""} ${valueCode ?? valueNumber}`,
);
