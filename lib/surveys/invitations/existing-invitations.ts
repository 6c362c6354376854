import type { Tx } from "@/lib/db/with-workspace";

export type StoredInvitation = {
  id: string;
  askKey: string;
  contactId: string;
  email: string | null;
  language: string;
  tokenVersion: number;
};

/** Invitations of a survey by the keys they were asked for with. */
export async function existingInvitations(
  tx: Tx,
  workspaceId: string,
  surveyId: string,
  askKeys: readonly string[],
): Promise<Map<string, StoredInvitation>> {
  const rows = await tx.$queryRaw<StoredInvitation[]>`
    SELECT i.id, i.ask_key AS "askKey", i.contact_id AS "contactId", lower(c.email) AS email,
      i.language, i.token_version AS "tokenVersion"
    FROM invitation i
    JOIN contact c ON c.workspace_id = i.workspace_id AND c.id = i.contact_id
    WHERE i.workspace_id = ${workspaceId}::uuid AND i.survey_id = ${surveyId}::uuid
      AND i.ask_key = ANY(${askKeys}::text[])`;
  return new Map(rows.map((row) => [row.askKey, row]));
}
