import { readEnv } from "@/lib/env";
import type { Language } from "@/lib/i18n/languages";
import { respondentDate, respondentTexts } from "@/lib/i18n/respondent-text";
import { commentPrompt, type FollowUpView, followUpViews } from "../design/follow-up-views";
import { choiceOf } from "../design/stored-answer";
import { ownText, type QuestionView, questionView, sendLabel } from "../design/survey-question";
import { surveyLinks } from "../mail/survey-links";
import { whoSees } from "../mail/who-sees";
import type { EventRow } from "./link-sql";
import type { OpenedLink } from "./with-survey-link";

export type GivenAnswer = {
  /** What the link of the choice carries. */
  value: string;
  /** "9", "Satisfied". */
  label: string;
  /** "14 October". */
  on: string;
};

/** What the respondent's pages show; nothing here names the person or the address. */
export type RespondentPageDto = {
  language: Language;
  isOpen: boolean;
  company: string;
  /** Null where somebody came through a door that is nobody's own. */
  account: string | null;
  /** "L…": enough for the person asked, too little for whoever got the mail forwarded. */
  person: string | null;
  /** Who reads the answer, and whether with its name. */
  whoSees: string;
  question: QuestionView;
  /** Words of the button for each choice. */
  sendLabels: Record<string, string>;
  /** The last confirmed answer. */
  answer: GivenAnswer | null;
  /** The last answer sent, whether it counts or not: what this person just pressed. */
  lastPressed: GivenAnswer | null;
  changeUntil: string;
  followUps: FollowUpView[];
  commentPrompt: string;
  /** The survey's own thank-you, below the sentence that says what was saved. */
  thanks: string | null;
  /** Null where there is nobody whose preferences they would be. */
  preferencesUrl: string | null;
  privacyUrl: string | null;
  isStaff: boolean;
  /** The clicked choice may be selected: false where machines open the links. */
  preselects: boolean;
  /** Seconds in view and in focus after which a choice may be kept unsent; null: never. */
  keepsUnsentAfter: number | null;
  /** A person's sign right now would speak for the last answer. */
  awaitsSignal: boolean;
};

/** What a page is made from. */
export type PageLink = Pick<
  OpenedLink,
  | "ctx"
  | "invitationId"
  | "tokenVersion"
  | "contactId"
  | "language"
  | "closesOn"
  | "isOpen"
  | "asked"
  | "settings"
  | "isStaff"
  | "account"
  | "firstName"
  | "reader"
  | "isScannedDomain"
  | "events"
>;

function maskedName(name: string | null): string | null {
  const [first] = name?.trim() ?? "";
  return first === undefined ? null : `${first.toLocaleUpperCase()}…`;
}

function given(
  language: Language,
  question: QuestionView,
  event: EventRow | undefined,
): GivenAnswer | null {
  const choice = choiceOf(question, event);
  if (!event || !choice) return null;
  return { value: choice.value, label: choice.label, on: respondentDate(language, event.on) };
}

function scoresOf({ events, asked }: PageLink): EventRow[] {
  return events.filter((event) => event.question === asked.question);
}

function answersOf(link: PageLink, question: QuestionView) {
  const scores = scoresOf(link);
  const find = (wanted: (event: EventRow) => boolean) =>
    given(link.language, question, scores.findLast(wanted));
  return {
    answer: find((event) => event.class === "confirmed"),
    lastPressed: find((event) => event.class !== "provisional"),
  };
}

function readers({ language, contactId, reader, settings, asked }: PageLink): string {
  const { company } = asked;
  if (contactId === null) return respondentTexts(language)("page.whoSeesAnonymous", { company });
  return whoSees(language, { company, reader, hidesNames: settings.hidesNames });
}

export function toRespondentPage(link: PageLink): RespondentPageDto {
  const { language, asked, settings, invitationId, ctx } = link;
  const question = questionView(language, asked);
  const subject = { workspaceId: ctx.workspace.id, invitationId };
  const isAnonymous = link.contactId === null;
  const canKeep = settings.takesProvisional && link.isOpen && !link.isStaff;
  return {
    language,
    isOpen: link.isOpen,
    company: asked.company,
    account: link.account,
    person: maskedName(link.firstName),
    whoSees: readers(link),
    question,
    sendLabels: Object.fromEntries(
      question.choices.map((c) => [c.value, sendLabel(language, asked.question, c)]),
    ),
    ...answersOf(link, question),
    changeUntil: respondentDate(language, link.closesOn),
    followUps: followUpViews(language, asked),
    commentPrompt: commentPrompt(language, asked),
    thanks: ownText(language, asked, "thanks"),
    preferencesUrl: isAnonymous
      ? null
      : surveyLinks(readEnv(), subject, link.tokenVersion).preferences,
    privacyUrl: settings.privacyUrl,
    isStaff: link.isStaff,
    preselects: !link.isScannedDomain,
    keepsUnsentAfter: canKeep ? settings.focusSeconds : null,
    awaitsSignal: scoresOf(link).at(-1)?.reason === "two_scores",
  };
}
