import { parseCountry } from "../values/country";
import * as read from "./row";

export type AccountRow = {
  externalId: string;
  name: string;
  parentExternalId: string | null;
  decidesForSites: boolean | null;
  ownerEmail: string | null;
  ownerName: string | null;
  sizeBand: string | null;
  industry: string | null;
  country: string | null;
  region: string | null;
  currency: string;
  customerSince: string | null;
  acquiredBy: string | null;
  attributes: Record<string, string | null>;
};

export const YES_NO = {
  yes: ["yes", "y", "true", "1", "x", "ja", "j", "kyllä"],
  no: ["no", "n", "false", "0", "nej", "nei", "ei"],
} as const;

const ACQUIRED_BY = {
  referral: ["referral", "referred", "recommendation", "anbefaling", "rekommendation", "suositus"],
  repeat_person: ["repeat person", "known person", "former customer", "kendt person"],
  inbound: ["inbound", "website", "web", "organic", "henvendelse"],
  bought: ["bought", "paid", "advertising", "campaign", "cold call", "outbound", "købt"],
  unknown: ["unknown", "not known", "ukendt", "okänd", "ukjent", "tuntematon"],
} as const;

export function parseAccount(row: read.Row): AccountRow {
  const decides = read.choice(row, "decidesForSites", YES_NO);
  return {
    externalId: read.externalId(row, "externalId"),
    name: read.requiredText(row, "name", 200),
    parentExternalId: read.text(row, "parentExternalId", 200),
    decidesForSites: decides === null ? null : decides === "yes",
    ownerEmail: read.email(row, "ownerEmail"),
    ownerName: read.text(row, "ownerName", 100),
    sizeBand: read.text(row, "sizeBand", 50),
    industry: read.text(row, "industry", 100),
    country: read.parsed(
      row,
      "country",
      parseCountry,
      "is no country we know; use its two letters, like DK.",
    ),
    region: read.text(row, "region", 100),
    currency: read.currency(row, "currency"),
    customerSince: read.notFuture(row, "customerSince", read.date(row, "customerSince")),
    acquiredBy: read.choice(row, "acquiredBy", ACQUIRED_BY),
    attributes: read.attributesOf(row),
  };
}
