import { derivedId } from "./derived-id";
import * as read from "./row";

export type WalletEstimateRow = {
  externalId: string;
  accountExternalId: string;
  productType: string | null;
  lowMinor: string;
  highMinor: string;
  currency: string;
  provenance: string;
  estimatedOn: string;
};

const PROVENANCE = {
  asked: ["asked", "customer", "told", "spurgt", "tillfrågad", "spurt", "kysytty"],
  estimated: ["estimated", "estimate", "guess", "skønnet", "uppskattad", "anslått", "arvioitu"],
  modelled: ["modelled", "modeled", "model", "beregnet", "beräknad", "laskettu"],
} as const;

export function parseWalletEstimate(row: read.Row): WalletEstimateRow {
  const accountExternalId = read.externalId(row, "accountExternalId");
  const productType = read.text(row, "productType", 200);
  const currency = read.currency(row, "currency");
  const low = read.required(row, "yearlyLow", read.money(row, "yearlyLow", currency), 0n);
  const high = read.money(row, "yearlyHigh", currency) ?? low;
  if (low < 0n) read.problem(row, "yearlyLow", "cannot be negative.");
  if (high < low) read.problem(row, "yearlyHigh", "is less than the lower end.");
  const provenance = read.choice(row, "provenance", PROVENANCE) ?? "estimated";
  const estimatedOn = read.required(row, "estimatedOn", read.pastDate(row, "estimatedOn"), "");
  const id = read.text(row, "externalId", 200);
  return {
    externalId: derivedId(id, [accountExternalId, productType, estimatedOn]),
    accountExternalId,
    productType,
    lowMinor: low.toString(),
    highMinor: high.toString(),
    currency,
    provenance,
    estimatedOn,
  };
}
