import { Prisma } from "@/lib/db/generated/client";

/**
 * Whether the person of the invitation `i` has answered: it, or since it was delivered the same survey by
 * another link. A touchpoint's answers are each about what happened then, so no other stands for it.
 */
export function isAnsweredSql(workspaceId: string): Prisma.Sql {
  const ws = Prisma.sql`${workspaceId}::uuid`;
  return Prisma.sql`(
    EXISTS (SELECT 1 FROM response_event e
      WHERE e.workspace_id = ${ws} AND e.invitation_id = i.id AND e.class = 'confirmed')
    OR EXISTS (SELECT 1 FROM response_event e
      JOIN survey given ON given.workspace_id = e.workspace_id AND given.id = e.survey_id
      JOIN survey asked ON asked.workspace_id = given.workspace_id
        AND asked.family_id = given.family_id
      WHERE e.workspace_id = ${ws} AND given.workspace_id = ${ws} AND asked.workspace_id = ${ws}
        AND asked.id = i.survey_id AND e.contact_id = i.contact_id AND e.class = 'confirmed'
        AND e.scope = 'relationship' AND e.answered_at >= i.delivered_at))`;
}
