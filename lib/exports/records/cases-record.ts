import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const caseRecords: RecordKind = {
  name: "cases",
  about: "Follow-ups on one signal each, open and closed.",
  fields: [
    recordField("accountExternalId", "The account's id in your system"),
    recordField("accountId", "The account's id here"),
    recordField("signal", "answer, complaint, silence or other"),
    recordField("signalRefId", "The invitation answered, or the complaint"),
    recordField("note", "What is to be followed up"),
    recordField("ownerEmail", "The colleague who looks after it"),
    recordField("openedAt", "When it was opened", "instant"),
    recordField("dueOn", "By when", "date"),
    recordField("closedAt", "When it was closed", "instant"),
    recordField("closedNote", "What was done"),
    recordField("outcome", "What came of it"),
  ],
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT x.id, a.external_id AS "accountExternalId", x.account_id AS "accountId", x.signal,
      x.signal_ref_id::text AS "signalRefId", x.note, o.email AS "ownerEmail",
      x.opened_at AS "openedAt", x.due_on::text AS "dueOn", x.closed_at AS "closedAt",
      x.closed_note AS "closedNote", x.outcome
    FROM case_file x
    JOIN account a ON a.workspace_id = x.workspace_id AND a.id = x.account_id
    LEFT JOIN employee o ON o.workspace_id = x.workspace_id AND o.id = x.owner_id
    WHERE x.workspace_id = ${workspaceId}::uuid AND x.id > ${afterId}::uuid
      AND (${accountId}::uuid IS NULL OR x.account_id = ${accountId}::uuid)
    ORDER BY x.id LIMIT ${limit}`,
};
