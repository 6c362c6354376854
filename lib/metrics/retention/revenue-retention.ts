import { checkNonNegative } from "../core/check";
import { sumOf } from "../core/order-statistics";
import type { Estimate } from "../core/result";
import { type BootstrapOptions, bootstrap } from "../statistics/bootstrap";
import { clusteredRatio, type PackedRatios, packedRatio } from "../statistics/clustered-ratio";
import { limited } from "../statistics/clustered-share";

/** One account: yearly revenue at both dates, in minor units of one currency at the opening rate. */
export type RevenueRow = {
  readonly openingMinor: number;
  readonly closingMinor: number;
  /** The closing revenue at the closing rate, where it differs from that at the opening rate. */
  readonly closingBookedMinor?: number;
  /** Was a customer at some time before the opening date: tells won back from new. */
  readonly wasCustomerBefore?: boolean;
};

/** opening + expansion - contraction - lost + new + won back + exchange = closing. */
export type RevenueBridge = {
  readonly openingMinor: number;
  readonly expansionMinor: number;
  readonly contractionMinor: number;
  readonly lostMinor: number;
  readonly newMinor: number;
  readonly wonBackMinor: number;
  /** What the closing revenue gained or lost by the exchange rates alone. */
  readonly exchangeMinor: number;
  /** As booked, at the closing rate. */
  readonly closingMinor: number;
};

export type RevenueEstimate = Estimate<"noData" | "zeroDenominator">;

export type RevenueRetention = {
  readonly gross: RevenueEstimate;
  readonly net: RevenueEstimate;
  readonly bridge: RevenueBridge;
};

export type RevenueRetentionOptions =
  | { readonly interval?: "ratio" }
  | ({ readonly interval: "bootstrap" } & BootstrapOptions);

/**
 * Revenue retention: how much of the opening revenue is still there, without and with growth?
 *
 * Formula: over the accounts with revenue at the start, gross = sum of the smaller of opening and
 * closing / sum of opening; net = sum of closing / sum of opening. New and won-back accounts and the
 * exchange effect are in neither; the bridge opening + expansion - contraction - lost + new + won back
 * + exchange = closing shows them apart. Interval: ratio estimator with the account as unit, or a
 * bootstrap over accounts.
 *
 * @param rows one row per account: yearly revenue at the opening and at the closing date
 * @param options interval "ratio" (default) or "bootstrap" with seed and replicates
 * @returns gross 0..1 and net (0 or more), and the bridge in minor units; n is the number of accounts
 *   with revenue at the start
 * Empty: null with noData when no account had revenue at the start.
 * @throws RangeError when an amount is negative or not finite, naming the row
 * @source Cochran, Sampling Techniques (1977), for the interval; Holdfast's own construct
 * @example revenueRetention([{ openingMinor: 85, closingMinor: 103 }, { openingMinor: 6, closingMinor: 0 }, { openingMinor: 9, closingMinor: 0 }]).gross.value // => 0.85
 * @example revenueRetention([{ openingMinor: 100, closingMinor: 90, closingBookedMinor: 80 }, { openingMinor: 0, closingMinor: 30 }]).bridge.exchangeMinor // => -10
 */
export function revenueRetention(
  rows: readonly RevenueRow[],
  options: RevenueRetentionOptions = {},
): RevenueRetention {
  rows.forEach((row, index) => {
    checkRevenueRow(row, index);
  });
  const base = rows.filter(({ openingMinor }) => openingMinor > 0);
  const net = base.map((row) => ({ y: row.closingMinor, x: row.openingMinor }));
  const gross = net.map(({ y, x }) => ({ y: Math.min(x, y), x }));
  return {
    gross: limited(rateOf(gross, options), 1),
    net: limited(rateOf(net, options), Number.POSITIVE_INFINITY),
    bridge: bridgeOf(rows),
  };
}

/**
 * Packed revenue rate: how much of the opening revenue is still there, of accounts that lie in pairs?
 *
 * Formula: gross or net of `revenueRetention`.
 *
 * @param pieces of each account with revenue at the start what is left of it (for gross no more than
 *   there was), then what there was; as many pieces as there are
 * @param rate "gross" or "net"
 * @returns as `revenueRetention`, to the last digit
 * Empty: null with noData without pairs.
 * @throws RangeError when an amount is not finite or an opening one negative, naming the row
 * @source Cochran, Sampling Techniques (1977), for the interval; Holdfast's own construct
 * @example packedRevenueRate([Float64Array.of(80, 85), Float64Array.of(0, 6, 5, 9)], "gross").value // => 0.85
 */
export function packedRevenueRate(pieces: PackedRatios, rate: "gross" | "net"): RevenueEstimate {
  return limited(packedRatio(pieces), rate === "gross" ? 1 : Number.POSITIVE_INFINITY);
}

function checkRevenueRow(row: RevenueRow, index: number): void {
  const { openingMinor, closingMinor, closingBookedMinor = closingMinor } = row;
  checkNonNegative(openingMinor, () => `rows[${index}].openingMinor`);
  checkNonNegative(closingMinor, () => `rows[${index}].closingMinor`);
  checkNonNegative(closingBookedMinor, () => `rows[${index}].closingBookedMinor`);
}

type Ratio = { readonly y: number; readonly x: number };

function rateOf(rows: readonly Ratio[], options: RevenueRetentionOptions): RevenueEstimate {
  return options.interval === "bootstrap"
    ? bootstrap(rows, ratioOf, options)
    : clusteredRatio(rows);
}

/** A plain loop: a bootstrap runs it a thousand times. */
function ratioOf(rows: readonly Ratio[]): number {
  let [above, below] = [0, 0];
  for (const { y, x } of rows) {
    above += y;
    below += x;
  }
  return above / below;
}

function bridgeOf(rows: readonly RevenueRow[]): RevenueBridge {
  const total = (amountOf: (row: RevenueRow) => number) => sumOf(rows, amountOf);
  const entered = ({ openingMinor, closingMinor }: RevenueRow) =>
    openingMinor === 0 ? closingMinor : 0;
  const fall = ({ openingMinor: was, closingMinor: is }: RevenueRow) => Math.max(0, was - is);
  const booked = ({ closingMinor, closingBookedMinor = closingMinor }: RevenueRow) =>
    closingBookedMinor;
  return {
    openingMinor: total((row) => row.openingMinor),
    expansionMinor: total(({ openingMinor: was, closingMinor: is }) =>
      was === 0 ? 0 : Math.max(0, is - was),
    ),
    contractionMinor: total((row) => (row.closingMinor === 0 ? 0 : fall(row))),
    lostMinor: total((row) => (row.closingMinor === 0 ? row.openingMinor : 0)),
    newMinor: total((row) => (row.wasCustomerBefore ? 0 : entered(row))),
    wonBackMinor: total((row) => (row.wasCustomerBefore ? entered(row) : 0)),
    exchangeMinor: total((row) => booked(row) - row.closingMinor),
    closingMinor: total(booked),
  };
}
