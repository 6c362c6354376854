import * as read from "./row";

export type ProductTypeRow = {
  name: string;
  externalId: string | null;
  billedAs: string | null;
  marginRatio: number | null;
};

const BILLED = {
  contract: ["contract", "subscription", "kontrakt", "aftale", "avtal", "avtale", "sopimus"],
  order: ["order", "orders", "ordre", "tilaus"],
} as const;

export function parseProductType(row: read.Row): ProductTypeRow {
  return {
    name: read.requiredText(row, "name", 200),
    externalId: read.text(row, "externalId", 200),
    billedAs: read.choice(row, "billedAs", BILLED),
    marginRatio: read.toNumber(read.ratio(row, "marginRatio")),
  };
}
