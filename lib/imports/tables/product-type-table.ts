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
  usedBy: [
    ["contract", "product_type_id"],
    ["purchase", "product_type_id"],
    ["wallet_estimate", "product_type_id"],
  ],
  title: "t.name",
};
