import type { AnswerDto } from "@/lib/loyalty/worklist.types";
import type { Role } from "@/lib/metrics";

export const ROLE_WORDS: Record<Role, string> = {
  decisionMaker: "decision-maker",
  influencer: "influencer",
  user: "user",
};

export const QUESTION_WORDS: Record<AnswerDto["question"], string> = {
  nps: "NPS",
  csat: "CSat",
  relativeAdvantage: "Against the alternatives",
  switching: "Would choose us again",
};

const CODE_WORDS: Record<string, string> = {
  better: "better",
  same: "about the same",
  worse: "worse",
  noRealAlternative: "no real alternative",
  cannotSay: "cannot say",
  yes: "yes",
  notSure: "not sure",
  no: "no",
};

/** Codes are stored as not_sure and computed with as notSure. */
function codeWord(code: string | null): string {
  const name = (code ?? "").replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return CODE_WORDS[name] ?? "no answer";
}

/** "4", "5 of 5", "worse", "not sure": an NPS answer needs no scale, the others do. */
export function answerValue(answer: AnswerDto): string {
  if (answer.value === null) return codeWord(answer.code);
  return answer.question === "nps"
    ? `${answer.value}`
    : `${answer.value} of ${answer.scaleMax ?? 5}`;
}

const ADVANTAGE_CLAUSES: Record<string, string> = {
  better: "finds us better than the alternatives",
  "about the same": "finds us about the same as the alternatives",
  worse: "finds us worse than the alternatives",
  "no real alternative": "sees no real alternative",
};
const SWITCHING_CLAUSES: Record<string, string> = {
  yes: "would choose us again",
  "not sure": "is not sure to choose us again",
  no: "would not choose us again",
};

/** "gives 4", "finds us worse than the alternatives": what stands after the person. */
export function answerClause(answer: AnswerDto): string {
  const said = answerValue(answer);
  if (answer.value !== null) return `gives ${said}`;
  const clauses = answer.question === "switching" ? SWITCHING_CLAUSES : ADVANTAGE_CLAUSES;
  return clauses[said] ?? `says ${said}`;
}
