import { field } from "./field";
import type { FieldDefinition } from "./import-kind";

export const PURCHASE_FIELDS: readonly FieldDefinition[] = [
  field(
    "externalId",
    "Line id",
    "Unique for each order line; by it rows are known again.",
    "line id, row id, order line id, invoice line id, line no, linjenr, linje id, ordrelinje, radnr, rivi id, transaction id, external id, id",
    { isRequired: true },
  ),
  field(
    "orderNumber",
    "Order number",
    "Lines with the same number are one order.",
    "order number, order no, order id, order, invoice number, invoice no, ordrenr, ordrenummer, ordernr, ordernummer, fakturanr, fakturanummer, tilausnumero",
  ),
  field(
    "accountExternalId",
    "Account id",
    "The id or name of the account that bought, as imported with the accounts.",
    "account id, customer id, customer no, customer number, account number, account no, sold-to, sold to, kundenr, kundenummer, kunde id, kundnr, kundnummer, debitornr, debitornummer, asiakasnumero",
    { isRequired: true },
  ),
  field(
    "accountName",
    "Account name",
    "Only used for accounts that are created by this file.",
    "account name, customer name, customer, company, kundenavn, kundnamn, asiakas",
  ),
  field(
    "orderedOn",
    "Order date",
    "The day of the order.",
    "order date, ordered on, date, invoice date, posting date, ordredato, orderdatum, dato, datum, fakturadato, fakturadatum, tilauspäivä, päivämäärä",
    { isRequired: true, type: "date" },
  ),
  field(
    "amount",
    "Amount",
    "What was paid for the line, after discount, without VAT. Negative: a credit note.",
    "amount, net amount, line amount, sales, revenue, total, net, beløb, nettobeløb, belopp, nettobelopp, omsætning, summa, määrä eur",
    { isRequired: true, type: "number" },
  ),
  field(
    "list",
    "List amount",
    "The line before discount.",
    "list amount, list price, gross amount, gross, bruttobeløb, bruttobelopp, listepris, listpris",
    { type: "number" },
  ),
  field(
    "discount",
    "Discount",
    "As a share, 20 % or 0.2: the list amount is worked out from it where there is no such column.",
    "discount, discount %, discount pct, rabat, rabatt, rabat %, alennus",
    { type: "number" },
  ),
  field(
    "margin",
    "Margin",
    "What was earned on the line, as an amount.",
    "margin, profit, gross profit, contribution, dækningsbidrag, db, täckningsbidrag, dekningsbidrag, kate",
    { type: "number" },
  ),
  field(
    "currency",
    "Currency",
    "Three letters (DKK).",
    "currency, currency code, valuta, valutakode, valutakod, valuutta",
  ),
  field(
    "productType",
    "Product type",
    "The kind of thing bought; added where it is new.",
    "product type, product group, sub-category, category, product category, produktgruppe, varegruppe, varugrupp, produktgrupp, tuoteryhmä",
  ),
  field("quantity", "Quantity", "Pieces.", "quantity, qty, units, antal, antall, määrä, kpl", {
    type: "number",
  }),
  field(
    "requiredOn",
    "Required on",
    "The day the customer asked for.",
    "required date, required on, requested date, promised date, ønsket levering, önskat leveransdatum",
    { type: "date" },
  ),
  field(
    "shippedOn",
    "Shipped on",
    "The day it left.",
    "ship date, shipped on, shipped date, delivery date, delivered, leveringsdato, leveransdatum, toimituspäivä",
    { type: "date" },
  ),
  field(
    "contractExternalId",
    "Contract id",
    "Where the line bills a contract: counted once, as contract.",
    "contract id, contract no, contract number, contract, agreement, kontraktnr, aftalenr, avtalsnr, avtalenr",
  ),
  field(
    "dealState",
    "Deal state",
    "For lists of deals: won ones come in, all others are passed over.",
    "is closed won, closed won, deal stage, opportunity stage, deal state",
  ),
  field(
    "chosenBy",
    "How it was chosen",
    "Active, automatic, auto-renewal, replenishment or standing order.",
    "chosen by, order type, order kind, ordretype, ordertyp",
  ),
  field(
    "automaticKind",
    "What made it automatic",
    "Auto-renewal, replenishment or standing order, where another column says active or automatic.",
    "automatic kind, automatickind",
  ),
];
