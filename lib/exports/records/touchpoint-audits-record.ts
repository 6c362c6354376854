import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const touchpointAuditRecords: RecordKind = {
  name: "touchpoint_audits",
  about: "How far touchpoints were found to be as they should.",
  fields: [
    recordField("touchpointId", "The touchpoint's id"),
    recordField("touchpoint", "Its name"),
    recordField("auditedOn", "The day", "date"),
    recordField("score", "1 (not as it should be) to 5 (fully)", "number"),
    recordField("note", "What was seen"),
    recordField("recordedByEmail", "The colleague"),
    recordField("withdrawnAt", "When it was found to be a mistake", "instant"),
  ],
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT x.id, x.touchpoint_id AS "touchpointId", t.name AS touchpoint,
      x.audited_on::text AS "auditedOn", x.score, x.note, o.email AS "recordedByEmail",
      x.withdrawn_at AS "withdrawnAt"
    FROM touchpoint_audit x
    LEFT JOIN touchpoint t ON t.workspace_id = x.workspace_id AND t.id = x.touchpoint_id
    LEFT JOIN employee o ON o.workspace_id = x.workspace_id AND o.user_id = x.recorded_by_id
    WHERE x.workspace_id = ${workspaceId}::uuid AND x.id > ${afterId}::uuid
      AND (${accountId}::uuid IS NULL OR NULL::uuid = ${accountId}::uuid)
    ORDER BY x.id LIMIT ${limit}`,
};
