import { CURRENCY_COLUMN, eventTable, PRODUCT_TYPE_COLUMN } from "./row-columns";

export const PURCHASE_TABLE = eventTable({
  name: "purchase",
  columns: {
    ...PRODUCT_TYPE_COLUMN,
    contract_id: { type: "uuid", label: "Contract", refers: "contract" },
    order_number: { type: "text", label: "Order number" },
    ordered_on: { type: "date", label: "Order date" },
    amount_minor: { type: "bigint", label: "Amount", isMoney: true },
    list_minor: { type: "bigint", label: "List amount", isMoney: true },
    margin_minor: { type: "bigint", label: "Margin", isMoney: true },
    ...CURRENCY_COLUMN,
    quantity: { type: "float8", label: "Quantity" },
    chosen_by: { type: "text", label: "How it was chosen" },
    automatic_kind: { type: "text", label: "Automatic kind" },
    required_on: { type: "date", label: "Required on" },
    shipped_on: { type: "date", label: "Shipped on" },
  },
  title: "t.external_id",
});
