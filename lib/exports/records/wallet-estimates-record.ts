import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const walletEstimateRecords: RecordKind = {
  name: "wallet_estimates",
  about: "What accounts spend in all, as a range a year.",
  fields: [
    recordField("source", "The system it came from"),
    recordField("externalId", "Its id there"),
    recordField("accountExternalId", "The account's id in your system"),
    recordField("accountId", "The account's id here"),
    recordField("productType", "The category; empty: all of them"),
    recordField("yearlyLow", "At least", "money"),
    recordField("yearlyHigh", "At most", "money"),
    recordField("currency", "Three letters"),
    recordField("provenance", "asked, estimated or modelled"),
    recordField("estimatedOn", "The day", "date"),
  ],
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT x.id, x.source, x.external_id AS "externalId", a.external_id AS "accountExternalId",
      x.account_id AS "accountId",
      t.name AS "productType", x.yearly_low_minor AS "yearlyLow",
      x.yearly_high_minor AS "yearlyHigh", x.currency, x.provenance,
      x.estimated_on::text AS "estimatedOn"
    FROM wallet_estimate x
    JOIN account a ON a.workspace_id = x.workspace_id AND a.id = x.account_id
    LEFT JOIN product_type t ON t.workspace_id = x.workspace_id AND t.id = x.product_type_id
    WHERE x.workspace_id = ${workspaceId}::uuid AND x.id > ${afterId}::uuid
      AND (${accountId}::uuid IS NULL OR x.account_id = ${accountId}::uuid)
    ORDER BY x.id LIMIT ${limit}`,
};
