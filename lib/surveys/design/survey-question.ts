import type { Language } from "@/lib/i18n/languages";
import { type RespondentKey, respondentDate, respondentTexts } from "@/lib/i18n/respondent-text";

export const SURVEY_QUESTIONS = ["nps", "csat"] as const;
export type SurveyQuestion = (typeof SURVEY_QUESTIONS)[number];
export type SurveyScope = "relationship" | "touchpoint";

/** The scale is stored with the survey and with every answer; it never changes once answered. */
export const SCALE_OF: Record<SurveyQuestion, string> = { nps: "0-10", csat: "1-5" };

export type AskedQuestion = {
  question: SurveyQuestion;
  scope: SurveyScope;
  company: string;
  touchpointName: string | null;
  /** ISO day. */
  touchpointOn: string | null;
};

export type Choice = {
  value: number;
  /** What stands on the cell: a number on NPS, the words on CSat. */
  label: string;
  /** Stands alone, read aloud or in plain text: "7 of 10". */
  aloud: string;
};

export type QuestionView = {
  text: string;
  choices: Choice[];
  /** Words of both ends; CSat has words on every step instead. */
  ends: { low: string; high: string } | null;
};

const CSAT_LABELS: RespondentKey[] = [
  "question.csat1",
  "question.csat2",
  "question.csat3",
  "question.csat4",
  "question.csat5",
];

export function isOnScale(question: SurveyQuestion, value: number): boolean {
  const [low, high] = question === "nps" ? [0, 10] : [1, 5];
  return Number.isInteger(value) && value >= low && value <= high;
}

function csatText(language: Language, asked: AskedQuestion): string {
  const say = respondentTexts(language);
  const { company, touchpointName, touchpointOn } = asked;
  if (asked.scope === "touchpoint" && touchpointName !== null && touchpointOn !== null) {
    const date = respondentDate(language, touchpointOn);
    return say("question.csatTouchpoint", { touchpoint: touchpointName, date });
  }
  return say("question.csatRelationship", { company });
}

/** The question as a person of that language reads it; the worst answer always comes first. */
export function questionView(language: Language, asked: AskedQuestion): QuestionView {
  const say = respondentTexts(language);
  if (asked.question === "nps") {
    return {
      text: say("question.nps", { company: asked.company }),
      choices: Array.from({ length: 11 }, (_, value) => {
        const n = String(value);
        return { value, label: n, aloud: say("mail.scoreLink", { n }) };
      }),
      ends: { low: say("question.npsLow"), high: say("question.npsHigh") },
    };
  }
  return {
    text: csatText(language, asked),
    choices: CSAT_LABELS.map((key, i) => ({ value: i + 1, label: say(key), aloud: say(key) })),
    ends: null,
  };
}

/** "Send 9" or "Send “Satisfied”": the button says what it sends. */
export function sendLabel(language: Language, question: SurveyQuestion, choice: Choice): string {
  const say = respondentTexts(language);
  return question === "nps"
    ? say("page.sendNumber", { n: choice.label })
    : say("page.sendLabel", { label: choice.label });
}
