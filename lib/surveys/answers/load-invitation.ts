import type { WorkspaceInfo } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import type { Language } from "@/lib/i18n/languages";
import { type AskedQuestion, surveyLanguage } from "../design/survey-question";
import { toAskedQuestion } from "../design/to-asked-question";

export type InvitationFacts = {
  invitationId: string;
  tokenVersion: number;
  language: Language;
  /** Answers are taken to the end of this day in the workspace. */
  closesOn: string;
  isWaveClosed: boolean;
  handedAt: Date | null;
  surveyId: string;
  asked: AskedQuestion;
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

type Row = {
  tokenVersion: number;
  language: string;
  closesOn: string;
  handedAt: Date | null;
  waveState: string | null;
  touchpointOn: string | null;
  surveyId: string;
  question: string;
  scale: string;
  scope: string;
  followUps: string[];
  options: unknown;
  touchpointName: string | null;
  accountId: string;
  accountName: string;
  contactId: string;
  firstName: string | null;
  email: string | null;
  leftOn: string | null;
  isGone: boolean;
  intervalDays: number | null;
  senderName: string | null;
  senderEmail: string | null;
};

// One statement, because a mail and a page view each wait for it. The mail is from the employee the
// person works with, else the owner, else whoever sent the wave.
function findRow(tx: Tx, workspaceId: string, invitationId: string): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT i.token_version AS "tokenVersion", i.language, i.closes_on::text AS "closesOn",
      i.handed_at AS "handedAt", w.state AS "waveState", w.touchpoint_on::text AS "touchpointOn",
      s.id AS "surveyId", s.question, s.scale, s.scope,
      s.follow_ups AS "followUps", s.options,
      t.name AS "touchpointName", a.id AS "accountId", a.name AS "accountName",
      c.id AS "contactId", c.first_name AS "firstName", c.email, c.left_on::text AS "leftOn",
      (c.erased_at IS NOT NULL OR c.archived_at IS NOT NULL) AS "isGone",
      c.survey_interval_days AS "intervalDays",
      COALESCE(k.name, o.name, u.name) AS "senderName",
      CASE WHEN k.id IS NOT NULL THEN k.email WHEN o.id IS NOT NULL THEN o.email
        ELSE u.email END AS "senderEmail"
    FROM invitation i
    JOIN survey s ON s.workspace_id = i.workspace_id AND s.id = i.survey_id
    JOIN account a ON a.workspace_id = i.workspace_id AND a.id = i.account_id
    JOIN contact c ON c.workspace_id = i.workspace_id AND c.id = i.contact_id
    LEFT JOIN wave w ON w.workspace_id = i.workspace_id AND w.id = i.wave_id
    LEFT JOIN touchpoint t ON t.workspace_id = i.workspace_id AND t.id = s.touchpoint_id
    LEFT JOIN employee k ON k.workspace_id = i.workspace_id AND k.id = c.works_with_id
      AND k.left_on IS NULL
    LEFT JOIN employee o ON o.workspace_id = i.workspace_id AND o.id = a.owner_id
      AND o.left_on IS NULL
    LEFT JOIN app_user u ON u.id = w.created_by_id
    WHERE i.workspace_id = ${workspaceId}::uuid AND i.id = ${invitationId}::uuid`;
}

/** All that mail and page need of one invitation; null where there is none. */
export async function loadInvitation(
  tx: Tx,
  workspace: WorkspaceInfo,
  invitationId: string,
): Promise<InvitationFacts | null> {
  const [row] = await findRow(tx, workspace.id, invitationId);
  if (!row) return null;
  const asked = toAskedQuestion(row, {
    company: workspace.name,
    touchpointName: row.touchpointName,
    touchpointOn: row.touchpointOn,
  });
  return {
    invitationId,
    tokenVersion: row.tokenVersion,
    language: surveyLanguage(asked, row.language, workspace.locale),
    closesOn: row.closesOn,
    isWaveClosed: row.waveState === "closed",
    handedAt: row.handedAt,
    surveyId: row.surveyId,
    asked,
    account: { id: row.accountId, name: row.accountName },
    contact: {
      id: row.contactId,
      firstName: row.firstName,
      email: row.email,
      leftOn: row.leftOn,
      isGone: row.isGone,
      intervalDays: row.intervalDays,
    },
    sender: { name: row.senderName ?? workspace.name, email: row.senderEmail },
  };
}
