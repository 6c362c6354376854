import { FOLLOW_UP_SCALE, followUpViews } from "./follow-up-views";
import {
  type AskedQuestion,
  type Choice,
  type QuestionView,
  questionView,
} from "./survey-question";

/** One answered question as its event stores it: a number with its scale, or a code without. */
export type StoredAnswer = {
  question: string;
  valueNumber: number | null;
  valueCode: string | null;
  scale: string | null;
};

function stored(question: string, value: string, scale: string): StoredAnswer {
  return /^\d+$/.test(value)
    ? { question, valueNumber: Number(value), valueCode: null, scale }
    : { question, valueNumber: null, valueCode: value, scale: null };
}

function isOffered(choices: readonly Choice[], value: string | undefined): value is string {
  return choices.some((choice) => choice.value === value);
}

/** The pressed answer to the first question; null where it is none of the survey's choices. */
export function storedAnswer(asked: AskedQuestion, value: string): StoredAnswer | null {
  const { choices } = questionView("en", asked);
  return isOffered(choices, value) ? stored(asked.question, value, asked.scale) : null;
}

/** The answers of the second step from its form's fields; what was not asked is not read. */
export function storedFollowUps(
  asked: AskedQuestion,
  fields: Readonly<Record<string, string | undefined>>,
): StoredAnswer[] {
  return followUpViews("en", asked)
    .flatMap((view) => view.items)
    .flatMap(({ question, choices }) => {
      const value = fields[question];
      return isOffered(choices, value) ? [stored(question, value, FOLLOW_UP_SCALE)] : [];
    });
}

/** The choice a stored answer stands for, as that language words it; null where it has none. */
export function choiceOf(
  view: Pick<QuestionView, "choices">,
  answer: Pick<StoredAnswer, "valueNumber" | "valueCode"> | null | undefined,
): Choice | null {
  const value = answer?.valueCode ?? (answer?.valueNumber ?? null)?.toString();
  return view.choices.find((choice) => choice.value === value) ?? null;
}
