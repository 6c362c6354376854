import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const promiseRecords: RecordKind = {
  name: "promises",
  about: "What was promised to customers, and whether it was kept.",
  fields: [
    recordField("accountExternalId", "The account's id in your system"),
    recordField("accountId", "The account's id here"),
    recordField("body", "What was promised"),
    recordField("employeeEmail", "The colleague who promised"),
    recordField("madeOn", "The day", "date"),
    recordField("dueOn", "By when", "date"),
    recordField("keptOn", "The day it was kept", "date"),
    recordField("brokenOn", "The day it was closed as not kept", "date"),
  ],
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT x.id, a.external_id AS "accountExternalId", x.account_id AS "accountId", x.body,
      o.email AS "employeeEmail", x.made_on::text AS "madeOn", x.due_on::text AS "dueOn",
      x.kept_on::text AS "keptOn", x.broken_on::text AS "brokenOn"
    FROM promise x
    JOIN account a ON a.workspace_id = x.workspace_id AND a.id = x.account_id
    LEFT JOIN employee o ON o.workspace_id = x.workspace_id AND o.id = x.made_by_id
    WHERE x.workspace_id = ${workspaceId}::uuid AND x.id > ${afterId}::uuid
      AND (${accountId}::uuid IS NULL OR x.account_id = ${accountId}::uuid)
    ORDER BY x.id LIMIT ${limit}`,
};
