import type { WorkspaceInfo } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { isoDate } from "@/lib/format/calendar";
import { chooseLanguage, type Language } from "@/lib/i18n/languages";
import type { AskedQuestion, SurveyQuestion, SurveyScope } from "./survey-question";

export type InvitationFacts = {
  invitationId: string;
  tokenVersion: number;
  language: Language;
  /** Answers are taken to the end of this day in the workspace. */
  closesOn: string;
  isWaveClosed: boolean;
  handedAt: Date | null;
  surveyId: string;
  scale: string;
  asked: AskedQuestion;
  asksRelativeAdvantage: boolean;
  asksSwitching: boolean;
  account: { id: string; name: string };
  contact: {
    id: string;
    firstName: string | null;
    email: string | null;
    leftOn: string | null;
    isGone: boolean;
    intervalDays: number | null;
  };
  sender: { name: string; email: string | null };
};

const person = { select: { name: true, email: true, leftOn: true } } as const;

async function findRow(tx: Tx, workspaceId: string, invitationId: string) {
  return tx.invitation.findFirst({
    where: { workspaceId, id: invitationId },
    select: {
      id: true,
      tokenVersion: true,
      language: true,
      closesOn: true,
      handedAt: true,
      wave: { select: { state: true, touchpointOn: true, createdById: true } },
      survey: {
        select: {
          id: true,
          question: true,
          scale: true,
          scope: true,
          asksRelativeAdvantage: true,
          asksSwitching: true,
          touchpoint: { select: { name: true } },
        },
      },
      account: { select: { id: true, name: true, owner: person } },
      contact: {
        select: {
          id: true,
          firstName: true,
          email: true,
          leftOn: true,
          erasedAt: true,
          archivedAt: true,
          surveyIntervalDays: true,
          worksWith: person,
        },
      },
    },
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

/** The employee the person works with, else the owner, else whoever sends the wave. */
async function senderOf(tx: Tx, workspace: WorkspaceInfo, row: Row) {
  const candidates = [row.contact.worksWith, row.account.owner];
  const employee = candidates.find((candidate) => candidate && !candidate.leftOn);
  if (employee) return { name: employee.name, email: employee.email };
  const userId = row.wave?.createdById;
  const user = userId
    ? await tx.appUser.findFirst({ where: { id: userId }, select: { name: true, email: true } })
    : null;
  return user ?? { name: workspace.name, email: null };
}

/** All that mail and page need of one invitation; null where there is none. */
export async function loadInvitation(
  tx: Tx,
  workspace: WorkspaceInfo,
  invitationId: string,
): Promise<InvitationFacts | null> {
  const row = await findRow(tx, workspace.id, invitationId);
  if (!row) return null;
  const { survey, wave, contact } = row;
  return {
    invitationId: row.id,
    tokenVersion: row.tokenVersion,
    language: chooseLanguage(row.language, workspace.locale),
    closesOn: isoDate(row.closesOn),
    isWaveClosed: wave?.state === "closed",
    handedAt: row.handedAt,
    surveyId: survey.id,
    scale: survey.scale,
    asked: {
      question: survey.question as SurveyQuestion,
      scope: survey.scope as SurveyScope,
      company: workspace.name,
      touchpointName: survey.touchpoint?.name ?? null,
      touchpointOn: wave?.touchpointOn ? isoDate(wave.touchpointOn) : null,
    },
    asksRelativeAdvantage: survey.asksRelativeAdvantage,
    asksSwitching: survey.asksSwitching,
    account: { id: row.account.id, name: row.account.name },
    contact: {
      id: contact.id,
      firstName: contact.firstName,
      email: contact.email,
      leftOn: contact.leftOn ? isoDate(contact.leftOn) : null,
      isGone: contact.erasedAt !== null || contact.archivedAt !== null,
      intervalDays: contact.surveyIntervalDays,
    },
    sender: await senderOf(tx, workspace, row),
  };
}
