import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const churnEventRecords: RecordKind = {
  name: "churn_events",
  about: "Contracts and accounts lost, shrunk or won back.",
  fields: [
    recordField("source", "The system it came from"),
    recordField("externalId", "Its id there"),
    recordField("accountExternalId", "The account's id in your system"),
    recordField("accountId", "The account's id here"),
    recordField("contractExternalId", "The contract it is about"),
    recordField("contractId", "The contract's id here"),
    recordField("kind", "contract_lost, account_lost, shrunk or won_back"),
    recordField("happenedOn", "The day", "date"),
    recordField("reason", "Why"),
    recordField("rival", "Where they went"),
    recordField("amount", "What was lost or won, a year", "money"),
    recordField("currency", "Three letters"),
  ],
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT e.id, e.source, e.external_id AS "externalId", a.external_id AS "accountExternalId",
      e.account_id AS "accountId",
      k.external_id AS "contractExternalId", e.contract_id AS "contractId",
      e.kind, e.happened_on::text AS "happenedOn", e.reason,
      e.rival, e.amount_minor AS amount, coalesce(e.currency, a.currency) AS currency
    FROM churn_event e
    JOIN account a ON a.workspace_id = e.workspace_id AND a.id = e.account_id
    LEFT JOIN contract k ON k.workspace_id = e.workspace_id AND k.id = e.contract_id
    WHERE e.workspace_id = ${workspaceId}::uuid AND e.id > ${afterId}::uuid
      AND (${accountId}::uuid IS NULL OR e.account_id = ${accountId}::uuid)
    ORDER BY e.id LIMIT ${limit}`,
};
