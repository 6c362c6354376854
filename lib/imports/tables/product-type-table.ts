import { Prisma } from "@/lib/db/generated/client";
import type { ImportTable } from "../rows/import-table";

export const PRODUCT_TYPE_TABLE: ImportTable = {
  name: "product_type",
  key: ["name"],
  columns: {
    source: { type: "text" },
    external_id: { type: "text", label: "Product type id" },
    name: { type: "text", label: "Name" },
    billed_as: { type: "text", label: "Billed as" },
    margin_ratio: { type: "float8", label: "Margin" },
  },
  stamps: ["created_at"],
  guards: ["archived_at"],
  account: null,
  accountsOf: (workspaceId, ids) => Prisma.sql`
    SELECT account_id::text AS id FROM purchase
    WHERE workspace_id = ${workspaceId}::uuid AND product_type_id = ANY(${ids}::uuid[])
    UNION SELECT account_id::text FROM contract
    WHERE workspace_id = ${workspaceId}::uuid AND product_type_id = ANY(${ids}::uuid[])`,
  usedBy: [
    ["contract", "product_type_id"],
    ["purchase", "product_type_id"],
    ["wallet_estimate", "product_type_id"],
  ],
  title: "t.name",
};
