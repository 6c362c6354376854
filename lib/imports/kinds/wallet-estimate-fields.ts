import { field } from "./field";
import type { FieldDefinition } from "./import-kind";

export const WALLET_ESTIMATE_FIELDS: readonly FieldDefinition[] = [
  field(
    "externalId",
    "Estimate id",
    "Its id in the other system; where there is none, it is made of the row's other cells.",
    "estimate id, external id, id",
  ),
  field(
    "accountExternalId",
    "Account id",
    "The id or name of the account, as imported with the accounts.",
    "account id, customer id, customer no, customer number, account number, account no, account, company id, kundenr, kundenummer, kunde id, kundnr, kundnummer, debitornr, asiakasnumero",
    { isRequired: true },
  ),
  field(
    "productType",
    "Product type",
    "The category it is about; empty: all of them.",
    "product type, product group, category, produktgruppe, varegruppe, varugrupp, produktgrupp, tuoteryhmä",
  ),
  field(
    "yearlyLow",
    "At least, a year",
    "The lower end of the estimate, or the estimate.",
    "yearly low, low, at least, wallet, yearly wallet, estimate, total spend, mindst, minst, vähintään",
    { isRequired: true, type: "number" },
  ),
  field(
    "yearlyHigh",
    "At most, a year",
    "The upper end; without it the same as the lower.",
    "yearly high, high, at most, højst, högst, høyst, enintään",
    { type: "number" },
  ),
  field(
    "currency",
    "Currency",
    "Three letters (DKK).",
    "currency, currency code, valuta, valutakode, valutakod, valuutta",
  ),
  field(
    "provenance",
    "Where it is from",
    "Asked, estimated or modelled; estimated where it is not said.",
    "provenance, source of estimate, asked or estimated, kilde, källa, lähde",
  ),
  field(
    "estimatedOn",
    "Estimated on",
    "The day.",
    "estimated on, date, as of, dato, datum, päivä, päivämäärä",
    { isRequired: true, type: "date" },
  ),
];
