import type { Tx } from "@/lib/db/with-workspace";

type Row = { contactId: string; at: Date };

/**
 * When each contact was last asked, by mails that went out or are going out.
 * @param counting "planned" also counts mails that wait (a preview must not plan a second one);
 *   "claimed" does not, else two waiting mails of one person would each hold the other back.
 */
export async function loadLastAsked(
  tx: Tx,
  workspaceId: string,
  contactIds: readonly string[],
  counting: "planned" | "claimed",
  exceptInvitationId: string | null = null,
): Promise<Map<string, Date>> {
  const states = ["claimed", "handed", "sent", "uncertain"];
  if (counting === "planned") states.push("pending");
  const rows = await tx.$queryRaw<Row[]>`
    SELECT i.contact_id AS "contactId",
      max(COALESCE(i.delivered_at, i.handed_at, i.created_at)) AS at
    FROM invitation i
    WHERE i.workspace_id = ${workspaceId}::uuid AND i.contact_id = ANY(${contactIds}::uuid[])
      AND i.id IS DISTINCT FROM ${exceptInvitationId}::uuid
      AND (i.delivered_at IS NOT NULL OR EXISTS (
        SELECT 1 FROM mail_outbox m
        WHERE m.workspace_id = ${workspaceId}::uuid AND m.invitation_id = i.id
          AND m.state = ANY(${states})))
    GROUP BY i.contact_id`;
  return new Map(rows.map((row) => [row.contactId, row.at]));
}
