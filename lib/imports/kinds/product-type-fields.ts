import { field } from "./field";
import type { FieldDefinition } from "./import-kind";

export const PRODUCT_TYPE_FIELDS: readonly FieldDefinition[] = [
  field(
    "name",
    "Name",
    "The kind of thing sold; by it rows are known again.",
    "product type, product group, name, category, product category, produktgruppe, varegruppe, varugrupp, produktgrupp, tuoteryhmä, navn, namn, nimi",
    { isRequired: true },
  ),
  field(
    "externalId",
    "Product type id",
    "Its id in your system.",
    "product type id, product group id, category id, id, code, kode, kod, koodi",
  ),
  field("billedAs", "Billed as", "Contract or order.", "billed as, billing, fakturering, laskutus"),
  field(
    "marginRatio",
    "Margin ratio",
    "Gross margin as a share, 40 % or 0.4.",
    "margin ratio, gross margin, margin %, margin, dækningsgrad, täckningsgrad, dekningsgrad, kate %",
    { type: "number" },
  ),
];
