import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const negotiationRecords: RecordKind = {
  name: "negotiations",
  about: "How renewals were negotiated.",
  fields: [
    recordField("accountExternalId", "The account's id in your system"),
    recordField("accountId", "The account's id here"),
    recordField("contractExternalId", "The contract's id in your system"),
    recordField("contractId", "The contract's id here"),
    recordField("openedOn", "The day it began", "date"),
    recordField("closedOn", "The day it ended", "date"),
    recordField("outcome", "open, won or lost"),
    recordField("rounds", "How many rounds", "number"),
    recordField("discountAskedRatio", "Discount asked, 0 to 1", "number"),
    recordField("discountGrantedRatio", "Discount granted, 0 to 1", "number"),
    recordField("list", "The list price spoken of", "money"),
    recordField("signed", "What was signed", "money"),
    recordField("currency", "Three letters"),
    recordField("rival", "The rival named"),
  ],
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT x.id, a.external_id AS "accountExternalId", k.account_id AS "accountId",
      k.external_id AS "contractExternalId", x.contract_id AS "contractId",
      x.opened_on::text AS "openedOn", x.closed_on::text AS "closedOn", x.outcome, x.rounds,
      x.discount_asked_ratio AS "discountAskedRatio",
      x.discount_granted_ratio AS "discountGrantedRatio", x.list_minor AS list,
      x.signed_minor AS signed, x.currency, x.rival
    FROM renewal_negotiation x
    JOIN contract k ON k.workspace_id = x.workspace_id AND k.id = x.contract_id
    JOIN account a ON a.workspace_id = k.workspace_id AND a.id = k.account_id
    WHERE x.workspace_id = ${workspaceId}::uuid AND x.id > ${afterId}::uuid
      AND (${accountId}::uuid IS NULL OR k.account_id = ${accountId}::uuid)
    ORDER BY x.id LIMIT ${limit}`,
};
