import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const complaintRecords: RecordKind = {
  name: "complaints",
  about: "Complaints, open and solved.",
  fields: [
    recordField("source", "The system it came from"),
    recordField("externalId", "Its id there"),
    recordField("accountExternalId", "The account's id in your system"),
    recordField("accountId", "The account's id here"),
    recordField("contactExternalId", "The person who complained"),
    recordField("contactId", "The person's id here"),
    recordField("subject", "In a few words"),
    recordField("body", "In full"),
    recordField("openedOn", "The day it came", "date"),
    recordField("solvedOn", "The day it was solved", "date"),
    recordField("closedNote", "What was done"),
  ],
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT x.id, x.source, x.external_id AS "externalId", a.external_id AS "accountExternalId",
      x.account_id AS "accountId",
      c.external_id AS "contactExternalId", x.subject, x.body, x.opened_on::text AS "openedOn",
      x.solved_on::text AS "solvedOn", x.contact_id AS "contactId", x.closed_note AS "closedNote"
    FROM complaint x
    JOIN account a ON a.workspace_id = x.workspace_id AND a.id = x.account_id
    LEFT JOIN contact c ON c.workspace_id = x.workspace_id AND c.id = x.contact_id
    WHERE x.workspace_id = ${workspaceId}::uuid AND x.id > ${afterId}::uuid
      AND (${accountId}::uuid IS NULL OR x.account_id = ${accountId}::uuid)
    ORDER BY x.id LIMIT ${limit}`,
};
