import type { Language } from "@/lib/i18n/languages";
import { respondentTexts } from "@/lib/i18n/respondent-text";
import type { FollowUp } from "./follow-ups";
import { DRIVER_WORDS } from "./question-words";
import {
  type AskedQuestion,
  type Choice,
  codedChoices,
  ownText,
  standardQuestion,
  stepChoices,
} from "./survey-question";

/** One thing to answer on the second step; its stored question is the name of its field. */
export type FollowUpItem = {
  /** "switching", "driver_service": also the field's name in the form. */
  question: string;
  /** What it is about, where one text stands over several; else null. */
  text: string | null;
  /** A single one is a tick. */
  choices: Choice[];
};

export type FollowUpView = { followUp: FollowUp; text: string; items: FollowUpItem[] };

/** Drivers and ease are asked on five labelled steps, whatever the first question. */
export const FOLLOW_UP_SCALE = "1-5";

function driverItems(language: Language, asked: AskedQuestion): FollowUpItem[] {
  const say = respondentTexts(language);
  return asked.options.driverItems.map((item) => {
    const question = `driver_${item}`;
    const choices = stepChoices(language, question, FOLLOW_UP_SCALE);
    return { question, text: say(DRIVER_WORDS[item]), choices };
  });
}

function viewOf(language: Language, asked: AskedQuestion, followUp: FollowUp): FollowUpView {
  const say = respondentTexts(language);
  const single = (text: string, choices: Choice[]): FollowUpView => ({
    followUp,
    text,
    items: [{ question: followUp, text: null, choices }],
  });
  switch (followUp) {
    case "drivers":
      return { followUp, text: say("drivers.stem"), items: driverItems(language, asked) };
    case "contact_me":
      return single(say("question.contactMe"), codedChoices(language, followUp).slice(0, 1));
    case "ease":
      return single(
        standardQuestion(language, followUp, asked),
        stepChoices(language, followUp, FOLLOW_UP_SCALE),
      );
    default:
      return single(standardQuestion(language, followUp, asked), codedChoices(language, followUp));
  }
}

/** What is asked when the score is safe, in the survey's order; never the first question again. */
export function followUpViews(language: Language, asked: AskedQuestion): FollowUpView[] {
  return asked.followUps
    .filter((followUp) => followUp !== asked.question)
    .map((followUp) => viewOf(language, asked, followUp))
    .filter((view) => view.items.length > 0);
}

/** "What is the main reason for your answer?", or what the survey asks instead. */
export function commentPrompt(language: Language, asked: AskedQuestion): string {
  return ownText(language, asked, "comment") ?? respondentTexts(language)("question.comment");
}
