import type { Language } from "@/lib/i18n/languages";
import { respondentTexts } from "@/lib/i18n/respondent-text";
import {
  type AskedQuestion,
  ownText,
  type QuestionView,
  questionView,
} from "../design/survey-question";
import type { SurveyLinks } from "./survey-links";

export type SurveyMailInput = {
  language: Language;
  asked: AskedQuestion;
  firstName: string | null;
  account: string;
  /** The employee who stands for the mail and reads the answer. */
  sender: { name: string; email: string | null };
  links: SurveyLinks;
  mailbox: string;
};

/** The lines of the neutral mail, in the only order they may have. */
export type SurveyMailLines = {
  language: Language;
  subject: string;
  greeting: string;
  purpose: string;
  question: QuestionView;
  how: string;
  whoSees: string;
  signOff: string;
  signature: string;
  whyYou: string;
  exits: { label: string; url: string }[];
  links: SurveyLinks;
};

export function surveyMailLines(input: SurveyMailInput): SurveyMailLines {
  const { language, asked, links, sender } = input;
  const { company } = asked;
  const say = respondentTexts(language);
  const exit = (choice: string): string => `${links.preferences}?choice=${choice}`;
  return {
    language,
    subject: ownText(language, asked, "subject") ?? say("mail.subject", { company }),
    greeting: input.firstName
      ? say("mail.greeting", { firstName: input.firstName })
      : say("mail.greetingNoName"),
    purpose: ownText(language, asked, "purpose") ?? say("mail.purpose"),
    question: questionView(language, asked),
    how: say("mail.how"),
    whoSees: say("mail.whoSees", { reader: sender.name, company }),
    signOff: say("mail.signOff"),
    signature: say("mail.from", { sender: sender.name, company }),
    whyYou: say("mail.whyYou", { account: input.account }),
    exits: [
      { label: say("mail.lessOften"), url: exit("less_often") },
      { label: say("mail.noSurveys"), url: exit("no_surveys") },
      { label: say("mail.eraseMe"), url: exit("erase") },
      { label: say("mail.privacy"), url: `${links.preferences}#privacy` },
    ],
    links,
  };
}
