import { checkBetween, checkNonNegative, checkWholeBetween } from "../core/check";
import { sum } from "../core/order-statistics";
import { type Interval, interval, z95 } from "../core/result";
import type { BgNbdParameters } from "./bg-nbd";
import { knownPurchasesAt } from "./expected-purchases";
import { type GammaGammaParameters, knownSpend, type SpendRow } from "./gamma-gamma";
import { checkParameters } from "./parameters";
import { checkPurchaseRow, type PurchaseRow } from "./purchase-rows";

type Doubt = { readonly logCovariance?: readonly (readonly number[])[] };

export type OrderModelInput = {
  /** The fits; parameters alone give a value without an interval. */
  readonly purchases: BgNbdParameters & Doubt;
  readonly spend: GammaGammaParameters & Doubt;
  /** Units of the fits' time in a year: 52.18 for weeks. */
  readonly timePerYear: number;
  readonly years: number;
  readonly discountRate: number;
  /** Share of the spend that is margin, 0..1. */
  readonly marginShare: number;
};

export type OrderModelValue =
  | { readonly value: number; readonly n: number; readonly interval: Interval | null }
  | { readonly value: null; readonly n: number; readonly reason: "noData" | "notIdentified" };

/**
 * Order lifetime value by model: what is an order customer's margin of the coming years worth today?
 *
 * Formula: sum over the years k of (expected purchases up to year k minus up to year k - 1) x expected
 * spend x margin share / (1 + d) to the power of k - 1/2, a year's orders counted at its middle.
 * Interval: delta method on the logs of the parameters of both fits.
 *
 * @param row the customer's repeat orders, their timing and their mean amount
 * @param input the two fits, time units in a year, years ahead (1-20), discount rate and margin share
 * @returns amount per customer in the unit of the spend, with the doubt of the fits but not the luck of
 *   one customer; for sums over customers, loose for one
 * Empty: null with notIdentified where the spend model has no mean for the customer; parameters without
 *   their covariance give no interval.
 * @throws RangeError when the row, a parameter, the years, the rate or the share is off its range
 * @source Fader, Hardie & Lee (2005), RFM and CLV: Using Iso-Value Curves; Fader & Hardie (2013)
 * @example orderModelValue({ frequency: 2, recency: 30.43, age: 38.86, meanSpend: 22.35 }, { purchases: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, spend: { p: 6.25, q: 3.74, gamma: 15.44 }, timePerYear: 52.18, years: 3, discountRate: 0.1, marginShare: 0.3 }).value // => 23.3
 */
export function orderModelValue(
  row: PurchaseRow & SpendRow,
  input: OrderModelInput,
): OrderModelValue {
  checkOrderRow(row, "row");
  return totalValue([row], input);
}

/**
 * Order customer base: what is the margin of the coming years of all order customers worth today?
 *
 * Formula: sum over customers of their order lifetime value by model; interval by the delta method on
 * the logs of the parameters of both fits, which all customers share.
 *
 * @param rows one row per customer: repeat orders, their timing and their mean amount
 * @param input the two fits, time units in a year, years ahead (1-20), discount rate and margin share
 * @returns amount over all customers in the unit of the spend; n customers
 * Empty: null with noData without rows, notIdentified where the spend model has no mean for a customer.
 * @throws RangeError when a row is bad, naming it, or a parameter, the years, the rate or the share is
 *   off its range
 * @source Fader, Hardie & Lee (2005), RFM and CLV: Using Iso-Value Curves; Fader & Hardie (2013)
 * @example orderBaseValue([], { purchases: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, spend: { p: 6.25, q: 3.74, gamma: 15.44 }, timePerYear: 52.18, years: 3, discountRate: 0.1, marginShare: 0.3 }).reason // => "noData"
 */
export function orderBaseValue(
  rows: readonly (PurchaseRow & SpendRow)[],
  input: OrderModelInput,
): OrderModelValue {
  rows.forEach((row, index) => {
    checkOrderRow(row, `rows[${index}]`);
  });
  return totalValue(rows, input);
}

function checkOrderRow(row: PurchaseRow & SpendRow, name: string): void {
  checkPurchaseRow(row, name);
  checkNonNegative(row.meanSpend, `${name}.meanSpend`);
}

function totalValue(
  rows: readonly (PurchaseRow & SpendRow)[],
  input: OrderModelInput,
): OrderModelValue {
  const { purchases, spend, timePerYear, years, discountRate, marginShare } = input;
  checkWholeBetween(years, 1, 20, "years");
  checkNonNegative(discountRate, "discountRate");
  checkNonNegative(timePerYear, "timePerYear");
  checkBetween(marginShare, 0, 1, "marginShare");
  const { r, alpha, a, b } = purchases;
  const { p, q, gamma } = spend;
  checkParameters({ r, alpha, a, b }, "purchases");
  checkParameters({ p, q, gamma }, "spend");
  const n = rows.length;
  if (n === 0) return { value: null, n, reason: "noData" };
  // Alike customers stand together and are computed once; a sum in one order is the same sum.
  const sorted = [...rows].sort(
    (a, b) =>
      a.frequency - b.frequency ||
      a.recency - b.recency ||
      a.age - b.age ||
      a.meanSpend - b.meanSpend,
  );
  const ordersAt = (parameters: BgNbdParameters) => discountedOrders(parameters, sorted, input);
  const spendAt = (parameters: GammaGammaParameters) =>
    sorted.map((row) => knownSpend(parameters, row));
  const known = spendAt(spend);
  if (!known.every((amount) => amount !== null)) return { value: null, n, reason: "notIdentified" };
  const amounts = known as readonly number[];
  const orders = ordersAt(purchases);
  const worth = (one: readonly number[], other: readonly (number | null)[]) =>
    marginShare * sum(one.map((x, i) => x * (other[i] ?? 0)));
  const value = worth(orders, amounts);
  if (purchases.logCovariance === undefined || spend.logCovariance === undefined)
    return { value, n, interval: null };
  const variance =
    varianceOf({ r, alpha, a, b }, purchases.logCovariance, (at) => worth(ordersAt(at), amounts)) +
    varianceOf({ p, q, gamma }, spend.logCovariance, (at) => worth(orders, spendAt(at)));
  const reach = value === 0 ? 1 : Math.exp((z95 * Math.sqrt(variance)) / value);
  return { value, n, interval: interval("logDelta", value / reach, value * reach, { n }) };
}

function discountedOrders(
  parameters: BgNbdParameters,
  sorted: readonly PurchaseRow[],
  { timePerYear, years, discountRate }: OrderModelInput,
): number[] {
  const ends = Array.from({ length: years }, (_, year) => (year + 1) * timePerYear);
  const discounts = ends.map((_, year) => (1 + discountRate) ** (year + 0.5));
  let last: PurchaseRow | undefined;
  let worth = 0;
  return sorted.map((row) => {
    if (row.frequency === last?.frequency && row.recency === last.recency && row.age === last.age)
      return worth;
    last = row;
    worth = 0;
    let before = 0;
    for (const [year, upTo] of knownPurchasesAt(parameters, ends, row).entries()) {
      worth += (upTo - before) / (discounts[year] as number);
      before = upTo;
    }
    return worth;
  });
}

/** Variance of a figure from that of the logs of its parameters, by central differences. */
function varianceOf<Parameters extends Readonly<Record<string, number>>>(
  parameters: Parameters,
  logCovariance: readonly (readonly number[])[],
  figureAt: (parameters: Parameters) => number,
): number {
  const width = 1e-4;
  const slopes = Object.entries(parameters).map(([name, value]) => {
    const moved = (by: number) => figureAt({ ...parameters, [name]: value * Math.exp(by) });
    return (moved(width) - moved(-width)) / (2 * width);
  });
  return sum(
    slopes.flatMap((x, i) => slopes.map((y, j) => x * y * (logCovariance[i]?.[j] as number))),
  );
}
