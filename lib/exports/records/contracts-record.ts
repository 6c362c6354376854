import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const contractRecords: RecordKind = {
  name: "contracts",
  about: "Contracts, one row for each term; one without terms has a row of its own.",
  fields: [
    recordField("source", "The system it came from"),
    recordField("externalId", "The contract's id there"),
    recordField("accountExternalId", "The account's id in your system"),
    recordField("accountId", "The account's id here"),
    recordField("contractId", "The contract's id here"),
    recordField("name", "Name"),
    recordField("productType", "Product type"),
    recordField("noticeDays", "Days of notice", "number"),
    recordField("autoRenews", "Whether it renews by itself", "boolean"),
    recordField("isIndexed", "Whether the price is indexed", "boolean"),
    recordField("marginRatio", "Gross margin, 0 to 1", "number"),
    recordField("noticeGivenOn", "The day notice was given", "date"),
    recordField("endedOn", "The day it ended for good", "date"),
    recordField("startsOn", "First day of the term", "date"),
    recordField("endsOn", "The day after its last day; empty: until further notice", "date"),
    recordField("recurring", "Yearly value of the term", "money"),
    recordField("currency", "Three letters"),
    recordField("decidedBy", "signature or automatic"),
    recordField("decidedOn", "The day the term was decided", "date"),
  ],
  // A contract whose terms nobody recorded is one all the same: its row stands under its own id.
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT m.id, k.source, k.external_id AS "externalId", a.external_id AS "accountExternalId",
      k.account_id AS "accountId",
      k.id AS "contractId", k.name, t.name AS "productType", k.notice_days AS "noticeDays",
      k.auto_renews AS "autoRenews", k.is_indexed AS "isIndexed", k.margin_ratio AS "marginRatio",
      k.notice_given_on::text AS "noticeGivenOn", k.ended_on::text AS "endedOn",
      m.starts_on::text AS "startsOn", m.ends_on::text AS "endsOn",
      m.recurring_minor AS "recurring", m.currency, m.decided_by AS "decidedBy",
      m.decided_on::text AS "decidedOn"
    FROM (
      (SELECT id, contract_id, starts_on, ends_on, recurring_minor, currency, decided_by, decided_on
        FROM contract_term
        WHERE workspace_id = ${workspaceId}::uuid AND id > ${afterId}::uuid
          AND (${accountId}::uuid IS NULL OR contract_id IN (SELECT o.id FROM contract o
            WHERE o.workspace_id = ${workspaceId}::uuid AND o.account_id = ${accountId}::uuid))
        ORDER BY id LIMIT ${limit})
      UNION ALL
      (SELECT o.id, o.id, NULL::date, NULL::date, NULL::bigint, NULL::text, NULL::text, NULL::date
        FROM contract o
        WHERE o.workspace_id = ${workspaceId}::uuid AND o.id > ${afterId}::uuid
          AND (${accountId}::uuid IS NULL OR o.account_id = ${accountId}::uuid)
          AND NOT EXISTS (SELECT FROM contract_term n
            WHERE n.workspace_id = ${workspaceId}::uuid AND n.contract_id = o.id)
        ORDER BY o.id LIMIT ${limit})
    ) m
    JOIN contract k ON k.workspace_id = ${workspaceId}::uuid AND k.id = m.contract_id
    JOIN account a ON a.workspace_id = k.workspace_id AND a.id = k.account_id
    LEFT JOIN product_type t ON t.workspace_id = k.workspace_id AND t.id = k.product_type_id
    ORDER BY m.id LIMIT ${limit}`,
};
