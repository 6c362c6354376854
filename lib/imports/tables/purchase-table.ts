import type { ImportTable } from "../rows/import-table";

export const PURCHASE_TABLE: ImportTable = {
  name: "purchase",
  key: ["source", "external_id"],
  columns: {
    source: { type: "text" },
    external_id: { type: "text" },
    account_id: { type: "uuid", label: "Account", refers: "account" },
    product_type_id: { type: "uuid", label: "Product type", refers: "product_type" },
    contract_id: { type: "uuid", label: "Contract", refers: "contract" },
    order_number: { type: "text", label: "Order number" },
    ordered_on: { type: "date", label: "Order date" },
    amount_minor: { type: "bigint", label: "Amount", isMoney: true },
    list_minor: { type: "bigint", label: "List amount", isMoney: true },
    margin_minor: { type: "bigint", label: "Margin", isMoney: true },
    currency: { type: "text", label: "Currency" },
    quantity: { type: "float8", label: "Quantity" },
    chosen_by: { type: "text", label: "How it was chosen" },
    automatic_kind: { type: "text", label: "Automatic kind" },
    required_on: { type: "date", label: "Required on" },
    shipped_on: { type: "date", label: "Shipped on" },
  },
  stamps: ["import_batch_id", "created_at"],
  guards: [],
  account: "account_id",
  usedBy: [],
  title: "t.external_id",
};
