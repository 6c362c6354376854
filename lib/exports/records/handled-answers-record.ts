import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const handledAnswerRecords: RecordKind = {
  name: "handled_answers",
  about: "What colleagues noted about answers, and what changed for the person.",
  fields: [
    recordField("accountId", "The account's id here"),
    recordField("invitationId", "The invitation that was answered"),
    recordField("handledAt", "When it was seen to; empty while it is open", "instant"),
    recordField("handledByEmail", "The colleague"),
    recordField("note", "What was done"),
    recordField("whatChanged", "What changed for the person"),
    recordField("needs", "Why somebody had to look, in words separated by spaces"),
    recordField("updatedAt", "Last change", "instant"),
  ],
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT x.id, i.account_id AS "accountId", x.invitation_id AS "invitationId",
      x.handled_at AS "handledAt", o.email AS "handledByEmail", x.note,
      x.what_changed AS "whatChanged", array_to_string(x.needs, ' ') AS needs,
      x.updated_at AS "updatedAt"
    FROM answer_handling x
    JOIN invitation i ON i.workspace_id = x.workspace_id AND i.id = x.invitation_id
    LEFT JOIN employee o ON o.workspace_id = x.workspace_id AND o.user_id = x.handled_by_id
    WHERE x.workspace_id = ${workspaceId}::uuid AND x.id > ${afterId}::uuid
      AND (${accountId}::uuid IS NULL OR i.account_id = ${accountId}::uuid)
    ORDER BY x.id LIMIT ${limit}`,
};
