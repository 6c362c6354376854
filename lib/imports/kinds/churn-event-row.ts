import { derivedId } from "./derived-id";
import * as read from "./row";

export type ChurnEventRow = {
  externalId: string;
  accountExternalId: string;
  kind: string;
  happenedOn: string;
  contractExternalId: string | null;
  reason: string | null;
  rival: string | null;
  amountMinor: string | null;
  currency: string | null;
};

const HAPPENED = {
  contract_lost: ["contract lost", "cancelled", "canceled", "churned contract", "kontrakt tabt"],
  account_lost: ["account lost", "customer lost", "lost", "churn", "churned", "kunde tabt"],
  shrunk: ["shrunk", "downgrade", "downgraded", "contraction", "reduced", "skrumpet", "krympt"],
  won_back: ["won back", "win-back", "winback", "reactivated", "vundet tilbage", "vunnet tilbake"],
} as const;

export function parseChurnEvent(row: read.Row): ChurnEventRow {
  const accountExternalId = read.externalId(row, "accountExternalId");
  const kind = read.required<string | null>(row, "kind", read.choice(row, "kind", HAPPENED), "");
  const happenedOn = read.required(row, "happenedOn", read.pastDate(row, "happenedOn"), "");
  const currency = read.currency(row, "currency");
  const amountMinor = read.money(row, "amount", currency)?.toString() ?? null;
  const id = read.text(row, "externalId", 200);
  return {
    externalId: derivedId(id, [accountExternalId, kind, happenedOn]),
    accountExternalId,
    kind: kind ?? "",
    happenedOn,
    contractExternalId: read.text(row, "contractExternalId", 200),
    reason: read.text(row, "reason", 2000),
    rival: read.text(row, "rival", 200),
    amountMinor,
    currency: amountMinor === null ? null : currency,
  };
}
