import { ANSWER_FIELDS } from "./answer-fields";
import { answerWithoutId, parseAnswer } from "./answer-row";
import { applyAnswers } from "./apply-answers";
import { defineKind } from "./import-kind";

export const answers = defineKind({
  name: "answers",
  label: "Past answers",
  about: "Answers another survey tool collected: NPS, satisfaction, with date and comment.",
  fields: ANSWER_FIELDS,
  idFields: [["externalId"]],
  sameAs: answerWithoutId,
  entity: "response_event",
  keepsAttributes: false,
  parentField: null,
  parse: parseAnswer,
  apply: applyAnswers,
});
