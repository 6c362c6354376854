import { applyProductTypes } from "./apply-product-types";
import { defineKind } from "./import-kind";
import { PRODUCT_TYPE_FIELDS } from "./product-type-fields";
import { parseProductType } from "./product-type-row";

export const productTypes = defineKind({
  name: "product_types",
  label: "Product types",
  about: "What you sell, at the grain of cross-selling: name, how it is billed, margin.",
  fields: PRODUCT_TYPE_FIELDS,
  idFields: [["name"]],
  entity: "product_type",
  storedWhere: "t.source = $source",
  keepsAttributes: false,
  parentField: null,
  parse: parseProductType,
  apply: applyProductTypes,
});
