import { addDays } from "@/lib/format/calendar";
import type { Decimal } from "../values/decimal";
import { listAmount } from "../values/money";
import type { FieldDefinition } from "./import-kind";
import * as read from "./row";

export type PurchaseRow = {
  externalId: string;
  orderNumber: string | null;
  accountExternalId: string;
  accountName: string | null;
  contractExternalId: string | null;
  orderedOn: string;
  amountMinor: string;
  listMinor: string | null;
  marginMinor: string | null;
  currency: string;
  productType: string | null;
  quantity: number | null;
  requiredOn: string | null;
  shippedOn: string | null;
  chosenBy: string | null;
  automaticKind: string | null;
};

const HOW = {
  active: ["active", "actively", "chosen", "ordered", "manual", "aktiv", "aktivt"],
  automatic: ["automatic", "auto", "automatisk", "automaattinen"],
  auto_renewal: ["auto-renewal", "auto renewal", "renewal", "fornyelse", "förnyelse"],
  replenishment: ["replenishment", "refill", "genopfyldning", "påfyllning"],
  standing_order: ["standing order", "recurring", "subscription", "fast ordre", "stående order"],
} as const;

type More = { isRequired?: boolean; type?: FieldDefinition["type"] };

function field(key: string, label: string, help: string, synonyms: string[], more: More = {}) {
  return { key, label, help, synonyms, isRequired: false, type: "text" as const, ...more };
}

export const PURCHASE_FIELDS: readonly FieldDefinition[] = [
  field(
    "externalId",
    "Line id",
    "Unique for each order line; by it rows are known again.",
    [
      "line id",
      "row id",
      "order line id",
      "invoice line id",
      "line no",
      "linjenr",
      "linje id",
      "ordrelinje",
      "radnr",
      "rivi id",
      "transaction id",
      "external id",
      "id",
    ],
    { isRequired: true },
  ),
  field("orderNumber", "Order number", "Lines with the same number are one order.", [
    "order number",
    "order no",
    "order id",
    "order",
    "invoice number",
    "invoice no",
    "ordrenr",
    "ordrenummer",
    "ordernr",
    "ordernummer",
    "fakturanr",
    "fakturanummer",
    "tilausnumero",
  ]),
  field(
    "accountExternalId",
    "Account id",
    "The id of the account that bought, as imported with the accounts.",
    [
      "account id",
      "customer id",
      "customer no",
      "customer number",
      "account number",
      "account no",
      "sold-to",
      "sold to",
      "kundenr",
      "kundenummer",
      "kunde id",
      "kundnr",
      "kundnummer",
      "debitornr",
      "debitornummer",
      "asiakasnumero",
    ],
    { isRequired: true },
  ),
  field("accountName", "Account name", "Only used for accounts that are created by this file.", [
    "account name",
    "customer name",
    "customer",
    "company",
    "kundenavn",
    "kundnamn",
    "asiakas",
  ]),
  field(
    "orderedOn",
    "Order date",
    "The day of the order.",
    [
      "order date",
      "ordered on",
      "date",
      "invoice date",
      "posting date",
      "ordredato",
      "orderdatum",
      "dato",
      "datum",
      "fakturadato",
      "fakturadatum",
      "tilauspäivä",
      "päivämäärä",
    ],
    { isRequired: true, type: "date" },
  ),
  field(
    "amount",
    "Amount",
    "What was paid for the line, after discount, without VAT. Negative: a credit note.",
    [
      "amount",
      "net amount",
      "line amount",
      "sales",
      "revenue",
      "total",
      "net",
      "beløb",
      "nettobeløb",
      "belopp",
      "nettobelopp",
      "omsætning",
      "summa",
      "määrä eur",
    ],
    { isRequired: true, type: "number" },
  ),
  field(
    "list",
    "List amount",
    "The line before discount.",
    [
      "list amount",
      "list price",
      "gross amount",
      "gross",
      "bruttobeløb",
      "bruttobelopp",
      "listepris",
      "listpris",
    ],
    { type: "number" },
  ),
  field(
    "discount",
    "Discount",
    "As a share, 20 % or 0.2: the list amount is worked out from it where there is no such column.",
    ["discount", "discount %", "discount pct", "rabat", "rabatt", "rabat %", "alennus"],
    { type: "number" },
  ),
  field(
    "margin",
    "Margin",
    "What was earned on the line, as an amount.",
    [
      "margin",
      "profit",
      "gross profit",
      "contribution",
      "dækningsbidrag",
      "db",
      "täckningsbidrag",
      "dekningsbidrag",
      "kate",
    ],
    { type: "number" },
  ),
  field("currency", "Currency", "Three letters (DKK).", [
    "currency",
    "currency code",
    "valuta",
    "valutakode",
    "valutakod",
    "valuutta",
  ]),
  field("productType", "Product type", "The kind of thing bought; added where it is new.", [
    "product type",
    "product group",
    "sub-category",
    "category",
    "product category",
    "produktgruppe",
    "varegruppe",
    "varugrupp",
    "produktgrupp",
    "tuoteryhmä",
  ]),
  field(
    "quantity",
    "Quantity",
    "Pieces.",
    ["quantity", "qty", "units", "antal", "antall", "määrä", "kpl"],
    {
      type: "number",
    },
  ),
  field(
    "requiredOn",
    "Required on",
    "The day the customer asked for.",
    [
      "required date",
      "required on",
      "requested date",
      "promised date",
      "ønsket levering",
      "önskat leveransdatum",
    ],
    { type: "date" },
  ),
  field(
    "shippedOn",
    "Shipped on",
    "The day it left.",
    [
      "ship date",
      "shipped on",
      "shipped date",
      "delivery date",
      "delivered",
      "leveringsdato",
      "leveransdatum",
      "toimituspäivä",
    ],
    { type: "date" },
  ),
  field(
    "contractExternalId",
    "Contract id",
    "Where the line bills a contract: counted once, as contract.",
    [
      "contract id",
      "contract no",
      "contract number",
      "contract",
      "agreement",
      "kontraktnr",
      "aftalenr",
      "avtalsnr",
      "avtalenr",
    ],
  ),
  field(
    "chosenBy",
    "How it was chosen",
    "Active, automatic, auto-renewal, replenishment or standing order.",
    ["chosen by", "order type", "order kind", "ordretype", "ordertyp"],
  ),
];

function required<T>(row: read.Row, field: string, value: T | null, instead: T): T {
  if (value !== null) return value;
  if (row.problems.length === 0) read.requiredText(row, field);
  return instead;
}

function listMinor(row: read.Row, paid: Decimal | null, currency: string): string | null {
  if (read.text(row, "list") !== null) {
    return read.money(row, "list", currency)?.toString() ?? null;
  }
  const discount = read.ratio(row, "discount");
  if (discount === null || paid === null) return null;
  const list = listAmount(paid, discount, currency);
  if (list === null) return null;
  return (
    read.minorUnits(row, "discount", list.ok ? { ...list, isRounded: false } : list)?.toString() ??
    null
  );
}

function orderDay(row: read.Row): string {
  const day = required(row, "orderedOn", read.date(row, "orderedOn"), "");
  if (day > addDays(row.form.today, 1)) {
    read.problem(row, "orderedOn", "lies in the future; an order is known when it is placed.");
  }
  return day;
}

export function parsePurchase(row: read.Row): PurchaseRow {
  const externalId = read.externalId(row, "externalId");
  const accountExternalId = read.externalId(row, "accountExternalId");
  const currency = read.currency(row, "currency");
  const orderedOn = orderDay(row);
  const paid = required(row, "amount", read.decimal(row, "amount"), null);
  const how = read.choice(row, "chosenBy", HOW);
  const quantity = read.decimal(row, "quantity");
  return {
    externalId,
    accountExternalId,
    currency,
    orderedOn,
    orderNumber: read.text(row, "orderNumber", 200),
    accountName: read.text(row, "accountName", 200),
    contractExternalId: read.text(row, "contractExternalId", 200),
    amountMinor: (paid === null ? null : read.money(row, "amount", currency))?.toString() ?? "0",
    listMinor: listMinor(row, paid, currency),
    marginMinor: read.money(row, "margin", currency)?.toString() ?? null,
    productType: read.text(row, "productType", 200),
    quantity: quantity === null ? null : Number(quantity.digits) / 10 ** quantity.scale,
    requiredOn: read.date(row, "requiredOn"),
    shippedOn: read.date(row, "shippedOn"),
    chosenBy: how === null || how === "active" ? how : "automatic",
    automaticKind: how === null || how === "active" || how === "automatic" ? null : how,
  };
}
