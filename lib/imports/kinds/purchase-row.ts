import { addDays } from "@/lib/format/calendar";
import type { Decimal } from "../values/decimal";
import { listAmount, toMinorUnits } from "../values/money";
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

const AUTOMATIC = {
  auto_renewal: ["auto-renewal", "auto renewal", "renewal", "fornyelse", "förnyelse"],
  replenishment: ["replenishment", "refill", "genopfyldning", "påfyllning"],
  standing_order: ["standing order", "recurring", "subscription", "fast ordre", "stående order"],
} as const;
const HOW = {
  active: ["active", "actively", "chosen", "ordered", "manual", "aktiv", "aktivt"],
  automatic: ["automatic", "auto", "automatisk", "automaattinen"],
  ...AUTOMATIC,
} as const;

/** Said in one column, or in two as an export has it. */
function howChosen(row: read.Row): Pick<PurchaseRow, "chosenBy" | "automaticKind"> {
  const how = read.choice(row, "chosenBy", HOW);
  const kind = read.choice(row, "automaticKind", AUTOMATIC);
  if (how === null || how === "active") return { chosenBy: how, automaticKind: null };
  return { chosenBy: "automatic", automaticKind: how === "automatic" ? kind : how };
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

function amountMinor(row: read.Row, paid: Decimal | null, currency: string): string {
  if (paid === null) return "0";
  return read.minorUnits(row, "amount", toMinorUnits(paid, currency))?.toString() ?? "0";
}

function orderDay(row: read.Row): string {
  const day = read.required(row, "orderedOn", read.eventDate(row, "orderedOn"), "");
  const { today } = row.form;
  if (day > today && day > addDays(today, 1)) {
    read.problem(row, "orderedOn", "lies in the future; an order is known when it is placed.");
  }
  return day;
}

const WON = /\b(won|vundet|vunnen|vunnet|vunnit|voitettu)\b|^(1|x|y|yes|true|ja|kyllä)$/i;
const NOT_WON = /\b(not|lost|ikke|inte|ei)\b/i;

/** A list of deals: open and lost ones are nothing that was bought, whatever day and amount they have. */
function passOverOpen(row: read.Row): void {
  if (!read.has(row, "dealState")) return;
  const state = read.text(row, "dealState") ?? "";
  if (WON.test(state) && !NOT_WON.test(state)) return;
  read.passOver(row, "dealState", "notWon", "does not say that the deal was won; send won deals.");
}

export function parsePurchase(row: read.Row): PurchaseRow {
  passOverOpen(row);
  const externalId = read.externalId(row, "externalId");
  const accountExternalId = read.externalId(row, "accountExternalId");
  const currency = read.currency(row, "currency");
  const orderedOn = orderDay(row);
  const paid = read.required<Decimal | null>(row, "amount", read.decimal(row, "amount"), null);
  const quantity = read.decimal(row, "quantity");
  return {
    externalId,
    accountExternalId,
    currency,
    orderedOn,
    orderNumber: read.text(row, "orderNumber", 200),
    accountName: read.text(row, "accountName", 200),
    contractExternalId: read.text(row, "contractExternalId", 200),
    amountMinor: amountMinor(row, paid, currency),
    listMinor: listMinor(row, paid, currency),
    marginMinor: read.money(row, "margin", currency)?.toString() ?? null,
    productType: read.text(row, "productType", 200),
    quantity: read.toNumber(quantity),
    requiredOn: read.date(row, "requiredOn"),
    shippedOn: read.date(row, "shippedOn"),
    ...howChosen(row),
  };
}
