import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const consentRecords: RecordKind = {
  name: "consents",
  about: "What people agreed to or refused, by purpose. Erased people are not in it.",
  fields: [
    recordField("accountId", "The account's id here"),
    recordField("contactExternalId", "The person's id in your system"),
    recordField("contactId", "The person's id here"),
    recordField("purpose", "survey, marketing or reward"),
    recordField("state", "granted, declined, withdrawn, or unset where it was taken back"),
    recordField("wording", "The words agreed to"),
    recordField("source", "Where it was said"),
    recordField("at", "When", "instant"),
  ],
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT x.id, c.account_id AS "accountId", c.external_id AS "contactExternalId",
      x.contact_id AS "contactId", x.purpose, x.state, x.wording, x.source, x.at
    FROM consent x
    JOIN contact c ON c.workspace_id = x.workspace_id AND c.id = x.contact_id
    WHERE x.workspace_id = ${workspaceId}::uuid AND x.id > ${afterId}::uuid AND c.erased_at IS NULL
      AND (${accountId}::uuid IS NULL OR c.account_id = ${accountId}::uuid)
    ORDER BY x.id LIMIT ${limit}`,
};
