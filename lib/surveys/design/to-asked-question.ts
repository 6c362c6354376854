import { toFollowUps } from "./follow-ups";
import type { SurveyQuestion, SurveyScope } from "./question-codes";
import { toSurveyOptions } from "./survey-options";
import type { AskedQuestion } from "./survey-question";

type SurveyRow = {
  question: string;
  scale: string;
  scope: string;
  followUps: readonly string[];
  options: unknown;
};

/** A survey's row, and what it is asked about. */
export function toAskedQuestion(
  row: SurveyRow,
  about: Pick<AskedQuestion, "company" | "touchpointName" | "touchpointOn">,
): AskedQuestion {
  return {
    question: row.question as SurveyQuestion,
    scale: row.scale,
    scope: row.scope as SurveyScope,
    followUps: toFollowUps(row.followUps),
    options: toSurveyOptions(row.options),
    ...about,
  };
}
