import { type Interval, independentSum, orderBaseValue, shareOf } from "@/lib/metrics";
import type { LifetimeMethod, StreamDto } from "../lifetime.types";
import { totalOf } from "../measures/measure";
import { evenSample } from "./even-sample";
import {
  contractsWorth,
  ordersByRetention,
  type Valued,
  type ValuedAccount,
} from "./value-accounts";

// How doubtful the fits leave a sum is the same for five hundred of its customers as for all of them.
const MOST_DOUBTED = 500;

export type Worth = { value: number; n: number; interval: Interval | null };

/** A stream as a figure, before few accounts are told apart. */
export type Stream = Pick<StreamDto, "isLowerBound" | "accounts" | "method" | "because"> & {
  worth: Worth | null;
  yearlyMinor: number;
};

export type Streams = { contracts: Stream; orders: Stream; total: Worth | null };

function nothing(accounts: number, yearlyMinor: number): Stream {
  const none = { worth: null, isLowerBound: false, method: null, because: null };
  return { ...none, accounts, yearlyMinor };
}

function contractStream(valued: Valued, accounts: readonly ValuedAccount[]): Stream {
  const contracts = accounts.flatMap(({ contract }) => contract ?? []);
  const yearlyMinor = totalOf(contracts.map(({ yearlyMarginMinor }) => yearlyMarginMinor));
  const worth = contractsWorth(valued, contracts);
  if (worth.value === null) return nothing(contracts.length, yearlyMinor);
  const { value, n, isLowerBound, method, because } = worth;
  return {
    worth: { value, n, interval: worth.interval },
    isLowerBound,
    accounts: n,
    yearlyMinor,
    method,
    because,
  };
}

/** The ends of a figure's interval as parts of it, laid on another value; fits that leave it open give none. */
function doubtOn(value: number, figure: Worth): Interval | null {
  if (figure.interval === null || !Number.isFinite(figure.interval.high)) return null;
  const low = shareOf(figure.interval.low, figure.value);
  const high = shareOf(figure.interval.high, figure.value);
  if (low === null || high === null) return null;
  return { ...figure.interval, low: value * low, high: value * high };
}

function modelledOrders(valued: Valued, accounts: readonly ValuedAccount[]): Worth | null {
  const { orderInput } = valued;
  if (orderInput === null) return null;
  const value = totalOf(accounts.map(({ orderMinor }) => orderMinor ?? 0));
  const sample = evenSample(accounts, MOST_DOUBTED).flatMap(({ orders }) => orders ?? []);
  const doubted = orderBaseValue(sample, orderInput);
  if (doubted.value === null || accounts.some(({ orderMinor }) => orderMinor === null)) return null;
  return { value, n: accounts.length, interval: doubtOn(value, doubted) };
}

function orderStream(valued: Valued, all: readonly ValuedAccount[]): Stream {
  const accounts = all.filter(({ orders }) => orders !== null);
  const yearlyMinor = totalOf(accounts.map((account) => account.yearlyOrderMinor));
  if (accounts.length === 0) return nothing(0, 0);
  const modelled = modelledOrders(valued, accounts);
  const shared = { accounts: accounts.length, yearlyMinor };
  if (modelled !== null)
    return { ...shared, worth: modelled, isLowerBound: false, method: "bgNbd", because: null };
  const quick = ordersByRetention(valued, yearlyMinor);
  if (quick.value === null) return nothing(accounts.length, yearlyMinor);
  const { purchases, spend } = valued.models;
  const method: LifetimeMethod = "constantRetention";
  return {
    ...shared,
    worth: { value: quick.value, n: accounts.length, interval: quick.interval },
    isLowerBound: quick.isLowerBound,
    method,
    because:
      purchases.reason !== null ? purchases.because : spend.reason !== null ? spend.because : null,
  };
}

/** Contracts, orders and both together, of some accounts. */
export function buildStreams(valued: Valued, accounts: readonly ValuedAccount[]): Streams {
  const contracts = contractStream(valued, accounts);
  const orders = orderStream(valued, accounts);
  const parts = [contracts.worth, orders.worth].flatMap((worth) => worth ?? []);
  const total = independentSum(parts);
  return {
    contracts,
    orders,
    total:
      total.value === null
        ? null
        : { value: total.value, n: accounts.length, interval: total.interval },
  };
}
