import { LANGUAGES, type Language, toLanguage } from "@/lib/i18n/languages";
import { type RespondentKey, respondentTexts } from "@/lib/i18n/respondent-text";
import type { FollowUp } from "./follow-ups";
import {
  CANNOT_SAY,
  CODES,
  type CodedQuestion,
  NOT_RELEVANT,
  type SurveyQuestion,
  type SurveyScope,
  stepsOf,
} from "./question-codes";
import { CODE_WORDS, filledText, standardText, stepWords } from "./question-words";
import { labelsIn, type OwnTextName, type SurveyOptions } from "./survey-options";

/** What one person is asked, before a language is chosen. */
export type AskedQuestion = {
  question: SurveyQuestion;
  /** As stored with the survey; it never changes once somebody answered. */
  scale: string;
  scope: SurveyScope;
  company: string;
  touchpointName: string | null;
  /** ISO day; null where the day is not known, as behind an open link. */
  touchpointOn: string | null;
  followUps: readonly FollowUp[];
  options: SurveyOptions;
};

export type Choice = {
  /** What links and form fields carry: "9", "no_real_alternative". */
  value: string;
  /** What stands on the cell: a number on NPS, else words. */
  label: string;
  /** Stands alone, read aloud or in plain text: "7 of 10". */
  aloud: string;
  /** No judgement ("I cannot say"): stands apart from the steps. */
  isAside: boolean;
};

export type QuestionView = {
  text: string;
  /** The worst first. */
  choices: Choice[];
  /** Words of both ends of 0 to 10; every other scale has words on each step instead. */
  ends: { low: string; high: string } | null;
};

/** The survey's own words in this language, filled in; null where the standard text speaks. */
export function ownText(
  language: Language,
  asked: AskedQuestion,
  name: OwnTextName,
): string | null {
  const text = asked.options.texts[language]?.[name];
  return text ? filledText(language, text, asked) : null;
}

/** Languages in which every word of the question is there: all five, but for custom questions. */
export function languagesOf(
  asked: Pick<AskedQuestion, "question" | "scale" | "options">,
): Language[] {
  if (asked.question !== "custom") return [...LANGUAGES];
  const steps = stepsOf(asked.scale).length;
  return LANGUAGES.filter((language) => {
    const isTold = asked.options.texts[language]?.question !== undefined;
    return isTold && labelsIn(asked.options, language).length === steps;
  });
}

/** The first of the wishes (contact, account, workspace) the survey is written in, else English. */
export function surveyLanguage(
  asked: Pick<AskedQuestion, "question" | "scale" | "options">,
  ...wishes: (string | null)[]
): Language {
  const whole = languagesOf(asked);
  // One that is still being written speaks whatever is asked for.
  const spoken = whole.length > 0 ? whole : LANGUAGES;
  const wished = wishes.map(toLanguage).find((wish) => wish !== null && spoken.includes(wish));
  return wished ?? (spoken.includes("en") ? "en" : (spoken[0] ?? "en"));
}

const STANDARD: Record<Exclude<SurveyQuestion, "custom">, RespondentKey> = {
  nps: "question.nps",
  csat: "question.csatRelationship",
  ease: "question.ease",
  relative_advantage: "question.relativeAdvantage",
  switching: "question.switching",
  reason_to_stay: "question.reasonToStay",
  search: "question.search",
};
const ABOUT_TOUCHPOINT: Partial<Record<SurveyQuestion, RespondentKey>> = {
  csat: "question.csatTouchpoint",
  ease: "question.easeTouchpoint",
};

/** The standard sentence of a question, whatever the survey says in its own words. */
export function standardQuestion(
  language: Language,
  question: Exclude<SurveyQuestion, "custom">,
  asked: AskedQuestion,
): string {
  const isTouchpoint = asked.scope === "touchpoint" && asked.touchpointName !== null;
  const key = (isTouchpoint && ABOUT_TOUCHPOINT[question]) || STANDARD[question];
  return standardText(language, key, asked);
}

function wordChoice(value: string, label: string, isAside = false): Choice {
  return { value, label, aloud: label, isAside };
}

/** The answers of a question that is answered in words. */
export function codedChoices(language: Language, question: CodedQuestion): Choice[] {
  const say = respondentTexts(language);
  const words: Record<string, RespondentKey> = CODE_WORDS[question];
  return CODES[question].map((code) => {
    const key = words[code];
    return wordChoice(code, key ? say(key) : code, code === CANNOT_SAY);
  });
}

/** The labelled steps of satisfaction, ease and the drivers. */
export function stepChoices(language: Language, question: string, scale: string): Choice[] {
  const say = respondentTexts(language);
  const steps = stepWords(question, scale).map((key, i) => wordChoice(String(i + 1), say(key)));
  if (!question.startsWith("driver_")) return steps;
  return [...steps, wordChoice(NOT_RELEVANT, say("drivers.notRelevant"), true)];
}

function customChoices(language: Language, asked: AskedQuestion): Choice[] {
  const labels = asked.options.texts[language]?.labels ?? [];
  const steps = stepsOf(asked.scale).map((step, i) =>
    wordChoice(String(step), labels[i] || String(step)),
  );
  if (!asked.options.offersCannotSay) return steps;
  return [...steps, wordChoice(CANNOT_SAY, respondentTexts(language)("question.cannotSay"), true)];
}

function npsChoices(language: Language): Choice[] {
  const say = respondentTexts(language);
  return stepsOf("0-10").map((n) => {
    const value = String(n);
    return { value, label: value, aloud: say("mail.scoreLink", { n: value }), isAside: false };
  });
}

function choicesOf(language: Language, asked: AskedQuestion): Choice[] {
  const { question, scale } = asked;
  if (question === "nps") return npsChoices(language);
  if (question === "csat" || question === "ease") return stepChoices(language, question, scale);
  return question === "custom" ? customChoices(language, asked) : codedChoices(language, question);
}

/** The question as a person of that language reads it. A custom one speaks a language it has. */
export function questionView(language: Language, asked: AskedQuestion): QuestionView {
  const spoken = asked.question === "custom" ? surveyLanguage(asked, language) : language;
  const own = ownText(spoken, asked, "question");
  const text = asked.question === "custom" ? "" : standardQuestion(language, asked.question, asked);
  const say = respondentTexts(language);
  return {
    text: own ?? text,
    choices: choicesOf(spoken, asked),
    ends:
      asked.question === "nps"
        ? { low: say("question.npsLow"), high: say("question.npsHigh") }
        : null,
  };
}

/** "Send 9" or "Send “Satisfied”": the button says what it sends. */
export function sendLabel(language: Language, question: SurveyQuestion, choice: Choice): string {
  const say = respondentTexts(language);
  return question === "nps"
    ? say("page.sendNumber", { n: choice.label })
    : say("page.sendLabel", { label: choice.label });
}
