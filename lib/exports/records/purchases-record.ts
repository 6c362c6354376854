import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const purchaseRecords: RecordKind = {
  name: "purchases",
  about: "Order and invoice lines.",
  fields: [
    recordField("source", "The system it came from"),
    recordField("externalId", "Its id there"),
    recordField("accountExternalId", "The account's id in your system"),
    recordField("accountId", "The account's id here"),
    recordField("orderNumber", "Lines with the same number are one order"),
    recordField("orderedOn", "The day of the order", "date"),
    recordField("amount", "Paid for the line, without VAT", "money"),
    recordField("list", "The line before discount", "money"),
    recordField("margin", "Earned on the line", "money"),
    recordField("currency", "Three letters"),
    recordField("productType", "Product type"),
    recordField("quantity", "Pieces", "number"),
    recordField("contractExternalId", "The contract it bills"),
    recordField("contractId", "The contract's id here"),
    recordField("chosenBy", "active, automatic, or empty where not recorded"),
    recordField("automaticKind", "What made it automatic"),
    recordField("requiredOn", "The day it was asked for", "date"),
    recordField("shippedOn", "The day it left", "date"),
  ],
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT p.id, p.source, p.external_id AS "externalId", a.external_id AS "accountExternalId",
      p.account_id AS "accountId",
      p.order_number AS "orderNumber", p.ordered_on::text AS "orderedOn", p.amount_minor AS amount,
      p.list_minor AS list, p.margin_minor AS margin, p.currency, t.name AS "productType",
      p.quantity, k.external_id AS "contractExternalId", p.contract_id AS "contractId", p.chosen_by AS "chosenBy",
      p.automatic_kind AS "automaticKind", p.required_on::text AS "requiredOn",
      p.shipped_on::text AS "shippedOn"
    FROM purchase p
    JOIN account a ON a.workspace_id = p.workspace_id AND a.id = p.account_id
    LEFT JOIN product_type t ON t.workspace_id = p.workspace_id AND t.id = p.product_type_id
    LEFT JOIN contract k ON k.workspace_id = p.workspace_id AND k.id = p.contract_id
    WHERE p.workspace_id = ${workspaceId}::uuid AND p.id > ${afterId}::uuid
      AND (${accountId}::uuid IS NULL OR p.account_id = ${accountId}::uuid)
    ORDER BY p.id LIMIT ${limit}`,
};
