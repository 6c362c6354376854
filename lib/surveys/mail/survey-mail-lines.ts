import type { Language } from "@/lib/i18n/languages";
import { respondentDate, respondentTexts } from "@/lib/i18n/respondent-text";
import {
  type AskedQuestion,
  ownText,
  type QuestionView,
  questionView,
} from "../design/survey-question";
import type { SurveyLinks } from "./survey-links";
import { whoSees } from "./who-sees";

export type SurveyMailInput = {
  language: Language;
  asked: AskedQuestion;
  firstName: string | null;
  account: string;
  /** The employee who stands for the mail and reads the answer. */
  sender: { name: string; email: string | null };
  links: SurveyLinks;
  /** How the workspace is called in From; left out: the sender and the company. */
  senderName?: string | null;
  hidesNames?: boolean;
  /** Where the company says how it uses details; left out: our own page says it. */
  privacyUrl?: string | null;
  /** Makes it the one reminder; `chosen` is what the person picked and did not send. */
  reminder?: { sentOn: string; chosen: string | null } | null;
  /** What came of the person's last answer. */
  whatChanged?: string | null;
  /** The wave, by which mailbox providers report complaints together. */
  campaign?: string | null;
};

/** The lines of the neutral mail, in the only order they may have; news stands only in other modes. */
export type SurveyMailLines = {
  language: Language;
  subject: string;
  from: string;
  greeting: string;
  /** That this is the reminder; empty in a first mail. */
  reminder: string[];
  /** What the last answer changed; null in neutral mails. */
  news: string | null;
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

function subjectOf({ language, asked, reminder }: SurveyMailInput): string {
  const say = respondentTexts(language);
  const { company } = asked;
  const own = ownText(language, asked, "subject");
  if (reminder && !own) return say("mail.subjectReminder", { company });
  return own ?? say("mail.subject", { company });
}

function reminderLines({ language, asked, reminder }: SurveyMailInput): string[] {
  if (!reminder) return [];
  const say = respondentTexts(language);
  const { choices } = questionView(language, asked);
  const chosen = choices.find(({ value }) => value === reminder.chosen);
  const date = respondentDate(language, reminder.sentOn);
  const lines = [say("mail.reminder", { date })];
  return chosen ? [say("mail.chosenNotSent", { answer: chosen.label }), ...lines] : lines;
}

function exitsOf({ language, links, privacyUrl }: SurveyMailInput): SurveyMailLines["exits"] {
  const say = respondentTexts(language);
  const exit = (choice: string): string => `${links.preferences}?choice=${choice}`;
  return [
    { label: say("mail.lessOften"), url: exit("less_often") },
    { label: say("mail.noSurveys"), url: exit("no_surveys") },
    { label: say("mail.eraseMe"), url: exit("erase") },
    { label: say("mail.privacy"), url: privacyUrl || `${links.preferences}#privacy` },
  ];
}

export function surveyMailLines(input: SurveyMailInput): SurveyMailLines {
  const { language, asked, sender, links } = input;
  const { company } = asked;
  const say = respondentTexts(language);
  const isCompany = sender.name === company;
  const signature = isCompany ? company : say("mail.from", { sender: sender.name, company });
  const readers = { company, reader: sender.name, hidesNames: input.hidesNames ?? false };
  return {
    language,
    subject: subjectOf(input),
    from: input.senderName || signature,
    greeting: input.firstName
      ? say("mail.greeting", { firstName: input.firstName })
      : say("mail.greetingNoName"),
    reminder: reminderLines(input),
    news: input.whatChanged ? say("mail.whatChanged", { text: input.whatChanged }) : null,
    purpose: ownText(language, asked, "purpose") ?? say("mail.purpose"),
    question: questionView(language, asked),
    how: say("mail.how"),
    whoSees: whoSees(language, readers),
    signOff: say("mail.signOff"),
    signature,
    whyYou: say("mail.whyYou", { account: input.account }),
    exits: exitsOf(input),
    links,
  };
}
