import type { Tx } from "@/lib/db/with-workspace";
import { isAnsweredSql } from "../waves/answered-sql";

/** What a mail says or asks besides the invitation's own facts. */
export type MailFacts = {
  waveId: string | null;
  waveState: string | null;
  country: string | null;
  isAnswered: boolean;
  /** ISO day in the workspace on which the first mail was sent; null while it was not. */
  sentOn: string | null;
  /** What the person picked last on the page and did not send. */
  chosen: string | null;
  /** What came of the person's last answer to an earlier survey. */
  whatChanged: string | null;
};

/** One statement, as every mail of a wave waits for it. */
export async function loadMailFacts(
  tx: Tx,
  workspace: { id: string; timeZone: string; country: string | null },
  invitationId: string,
): Promise<MailFacts | null> {
  const [row] = await tx.$queryRaw<MailFacts[]>`
    SELECT i.wave_id AS "waveId", w.state AS "waveState",
      COALESCE(a.country, ${workspace.country}) AS country,
      ${isAnsweredSql(workspace.id)} AS "isAnswered",
      (i.delivered_at AT TIME ZONE ${workspace.timeZone})::date::text AS "sentOn",
      (SELECT v.choice FROM invitation_visit v
        WHERE v.workspace_id = ${workspace.id}::uuid AND v.invitation_id = i.id
          AND v.choice IS NOT NULL AND NOT v.prefetch AND NOT v.is_scanner AND v.kind <> 'honeypot'
        ORDER BY v.at DESC, v.id DESC LIMIT 1) AS chosen,
      (SELECT h.what_changed FROM response_event e
        LEFT JOIN answer_handling h ON h.workspace_id = e.workspace_id
          AND h.invitation_id = e.invitation_id
        WHERE e.workspace_id = ${workspace.id}::uuid AND e.contact_id = i.contact_id
          AND e.class = 'confirmed' AND e.invitation_id <> i.id
        ORDER BY e.answered_at DESC, e.id DESC LIMIT 1) AS "whatChanged"
    FROM invitation i
    LEFT JOIN account a ON a.workspace_id = i.workspace_id AND a.id = i.account_id
    LEFT JOIN wave w ON w.workspace_id = i.workspace_id AND w.id = i.wave_id
    WHERE i.workspace_id = ${workspace.id}::uuid AND i.id = ${invitationId}::uuid`;
  return row ?? null;
}
