import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { dateIn, isoDate } from "@/lib/format/calendar";
import type { Language } from "@/lib/i18n/languages";
import { respondentDate } from "@/lib/i18n/respondent-text";
import { commentPrompt, type FollowUpView, followUpViews } from "../design/follow-up-views";
import { choiceOf } from "../design/stored-answer";
import { ownText, type QuestionView, questionView, sendLabel } from "../design/survey-question";
import { surveyLinks } from "../mail/survey-links";
import { type InvitationFacts, loadInvitation } from "./load-invitation";

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
  account: string;
  reader: string;
  question: QuestionView;
  /** Words of the button for each choice. */
  sendLabels: Record<string, string>;
  /** The last confirmed answer. */
  answer: GivenAnswer | null;
  /** The last answer whether it counts or not: what this person just pressed. */
  lastPressed: GivenAnswer | null;
  changeUntil: string;
  followUps: FollowUpView[];
  commentPrompt: string;
  /** The survey's own thank-you, below the sentence that says what was saved. */
  thanks: string | null;
  preferencesUrl: string;
};

type EventRow = {
  valueNumber: number | null;
  valueCode: string | null;
  answeredOn: Date;
  class: string;
};

/** Open to the end of its last day in the workspace's time zone, unless an admin closed it. */
export function isOpen(invitation: InvitationFacts, ctx: Ctx): boolean {
  const today = dateIn(ctx.workspace.timeZone, ctx.now);
  return !invitation.isWaveClosed && today <= invitation.closesOn;
}

function given(
  language: Language,
  question: QuestionView,
  row: EventRow | undefined,
): GivenAnswer | null {
  const choice = choiceOf(question, row);
  if (!row || !choice) return null;
  const on = respondentDate(language, isoDate(row.answeredOn));
  return { value: choice.value, label: choice.label, on };
}

async function loadScores(tx: Tx, workspaceId: string, invitation: InvitationFacts) {
  return tx.responseEvent.findMany({
    where: {
      workspaceId,
      invitationId: invitation.invitationId,
      question: invitation.asked.question,
    },
    orderBy: [{ answeredAt: "desc" }, { id: "desc" }],
    take: 50,
    select: { valueNumber: true, valueCode: true, answeredOn: true, class: true },
  });
}

/** Null only where the invitation is gone. */
export async function loadRespondentPage(
  tx: Tx,
  ctx: Ctx,
  invitationId: string,
): Promise<RespondentPageDto | null> {
  const invitation = await loadInvitation(tx, ctx.workspace, invitationId);
  if (!invitation) return null;
  const { language, asked } = invitation;
  const question = questionView(language, asked);
  const scores = await loadScores(tx, ctx.workspace.id, invitation);
  const subject = { workspaceId: ctx.workspace.id, invitationId };
  const confirmed = scores.find((row) => row.class === "confirmed");
  return {
    language,
    isOpen: isOpen(invitation, ctx),
    company: asked.company,
    account: invitation.account.name,
    reader: invitation.sender.name,
    question,
    sendLabels: Object.fromEntries(
      question.choices.map((c) => [c.value, sendLabel(language, asked.question, c)]),
    ),
    answer: given(language, question, confirmed),
    lastPressed: given(language, question, scores[0]),
    changeUntil: respondentDate(language, invitation.closesOn),
    followUps: followUpViews(language, asked),
    commentPrompt: commentPrompt(language, asked),
    thanks: ownText(language, asked, "thanks"),
    preferencesUrl: surveyLinks(readEnv(), subject, invitation.tokenVersion).preferences,
  };
}
