import { applyPurchases } from "./apply-purchases";
import { defineKind } from "./import-kind";
import { PURCHASE_FIELDS } from "./purchase-fields";
import { parsePurchase } from "./purchase-row";

export const purchases = defineKind({
  name: "purchases",
  label: "Purchases",
  about: "Order or invoice lines: account, date, amount, product type.",
  fields: PURCHASE_FIELDS,
  idFields: [["externalId"]],
  entity: "purchase",
  keepsAttributes: false,
  parentField: null,
  parse: parsePurchase,
  apply: applyPurchases,
});
