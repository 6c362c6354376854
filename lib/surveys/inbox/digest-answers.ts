import { Prisma } from "@/lib/db/generated/client";
import { ownedBy } from "./inbox-where";

/** Answers of a colleague's accounts and touchpoints in [from, until) that no alert told of. */
export function digestWhere(
  workspaceId: string,
  employeeId: string,
  { from, until }: { from: Date; until: Date },
): Prisma.Sql {
  return Prisma.sql`r.answered_at >= ${from} AND r.answered_at < ${until} AND ${ownedBy(employeeId)}
    AND NOT EXISTS (SELECT 1 FROM mail_outbox m
      WHERE m.workspace_id = ${workspaceId}::uuid AND m.kind = 'alert'
        AND m.employee_id = ${employeeId}::uuid
        AND m.payload->>'invitationId' = r.invitation_id::text
        AND m.state IN ('pending', 'claimed', 'handed', 'sent', 'uncertain'))`;
}
