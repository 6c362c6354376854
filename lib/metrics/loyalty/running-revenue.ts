import { firstDayOfMonth, lastWholeMonth, shiftMonths } from "../core/calendar";
import { checkFinite } from "../core/check";
import type { RevenueSplit, RunningRevenue } from "./assessment-types";
import { contractValue, isContractActive } from "./contract-terms";
import type { AccountHistory, Contract, LoyaltyContext, OrderHistory } from "./types";

/**
 * Running revenue and its base: what does an account bring in a year, and what did it bring before?
 *
 * Formula: yearly value of the contracts active at the as-of date plus the purchases of the last 12
 * whole months outside contracts; the base is the same figure 12 months earlier.
 * Where the data are younger than 24 months both windows shrink to the longest equal number of whole
 * months that fit, at least 6; below that there is no base. Contracts need no window: an account
 * without orders always looks 12 months back.
 *
 * @param history one account, amounts in minor units of one currency
 * @param asOfDay day number; the figures stand at its close
 * @param context first month of the workspace's order data
 * @returns running revenue, base, their parts, and how the running revenue was chosen, in minor units
 * Empty: 0 with base 0 for an account without contracts and orders; base null while data are too young.
 * @throws RangeError when an amount is not finite
 * @source Holdfast's own construct
 * @example runningRevenue({ ...emptyAccountHistory, orders: orderHistory([{ day: 40, amountMinor: 300, choice: "active" }, { day: 400, amountMinor: 500, choice: "active" }]) }, 729, { dataFromMonth: 23640, settings: defaultLoyaltySettings }).baseMinor // => 300
 */
export function runningRevenue(
  history: AccountHistory,
  asOfDay: number,
  context: LoyaltyContext,
): RunningRevenue {
  const last = lastWholeMonth(asOfDay);
  const windows = orderWindows(last - context.dataFromMonth + 1);
  const hasOrders = history.orders.totalMinor.length > 0 && history.orders.firstMonth <= last;
  const hasBase = windows.hasBase || !hasOrders;
  const months = hasOrders ? windows.months : 12;
  const now = sumOrders(history.orders, last - months + 1, last);
  const before = sumOrders(history.orders, last - 2 * months + 1, last - months);
  const contractMinor = contractSum(history.contracts, asOfDay);
  const baseContractMinor = contractSum(history.contracts, shiftMonths(asOfDay, -months));
  return {
    runningMinor: contractMinor + now.total,
    contractMinor,
    orderMinor: now.total,
    baseMinor: hasBase ? baseContractMinor + before.total : null,
    baseContractMinor: hasBase ? baseContractMinor : null,
    baseOrderMinor: hasBase ? before.total : null,
    automaticOrderMinor: now.automatic,
    baseAutomaticOrderMinor: hasBase ? before.automatic : null,
    runningSquareSum: now.squares,
    baseSquareSum: before.squares,
    windowMonths: months,
    isShortHistory: months < 12,
    split: splitRevenue(history.contracts, asOfDay, now),
  };
}

/** At least 24 months of data: 12 and 12. From 12 months: two equal halves. Below: one window, no base. */
function orderWindows(dataMonths: number): { months: number; hasBase: boolean } {
  if (dataMonths >= 24) return { months: 12, hasBase: true };
  if (dataMonths >= 12) return { months: Math.floor(dataMonths / 2), hasBase: true };
  return { months: Math.max(0, dataMonths), hasBase: false };
}

type OrderSums = { total: number; active: number; automatic: number; squares: number };

function sumOrders(orders: OrderHistory, fromMonth: number, toMonth: number): OrderSums {
  const sums = { total: 0, active: 0, automatic: 0, squares: 0 };
  const from = Math.max(0, fromMonth - orders.firstMonth);
  const to = Math.min(orders.totalMinor.length - 1, toMonth - orders.firstMonth);
  for (let index = from; index <= to; index += 1) {
    sums.total += orders.totalMinor[index] ?? 0;
    sums.active += orders.activeMinor[index] ?? 0;
    sums.automatic += orders.automaticMinor[index] ?? 0;
    sums.squares += orders.daySquareSum[index] ?? 0;
    // A name is only built for the row that is wrong: this loop is the library's hottest.
    if (!Number.isFinite(sums.total)) checkFinite(sums.total, `orders.totalMinor[${index}]`);
    if (!Number.isFinite(sums.squares)) checkFinite(sums.squares, `orders.daySquareSum[${index}]`);
  }
  return sums;
}

function contractSum(contracts: readonly Contract[], day: number): number {
  let total = 0;
  for (const contract of contracts) total += contractValue(contract, day);
  return total;
}

function splitRevenue(
  contracts: readonly Contract[],
  asOfDay: number,
  orders: OrderSums,
): RevenueSplit {
  let chosenMinor = orders.active;
  let byItselfMinor = orders.automatic;
  let olderContractMinor = 0;
  let notRecordedMinor = orders.total - orders.active - orders.automatic;
  const yearAgo = shiftMonths(asOfDay, -12);
  for (const contract of contracts) {
    if (!isContractActive(contract, asOfDay)) continue;
    const value = contractValue(contract, asOfDay);
    const decision = lastDecision(contract, asOfDay);
    if (decision === null) notRecordedMinor += value;
    else if (decision.day <= yearAgo) olderContractMinor += value;
    else if (decision.kind === "signed") chosenMinor += value;
    else byItselfMinor += value;
  }
  return { chosenMinor, byItselfMinor, olderContractMinor, notRecordedMinor };
}

function lastDecision(contract: Contract, asOfDay: number): Contract["decisions"][number] | null {
  let latest: Contract["decisions"][number] | null = null;
  for (const decision of contract.decisions) {
    if (decision.day > asOfDay) continue;
    if (latest === null || decision.day > latest.day) latest = decision;
    // Two kinds on one day: a signature is the decision.
    else if (decision.day === latest.day && decision.kind === "signed") latest = decision;
  }
  return latest;
}

/** Bought anything outside contracts since the first day of the last 12 whole months? */
export function hasRecentOrders(orders: OrderHistory, asOfDay: number): boolean {
  const last = lastWholeMonth(asOfDay);
  const from = Math.max(0, last - 11 - orders.firstMonth);
  const to = Math.min(orders.totalMinor.length - 1, last - orders.firstMonth);
  for (let index = from; index <= to; index += 1)
    if ((orders.totalMinor[index] ?? 0) > 0) return true;
  const lastOrder = lastOrderDay(orders, asOfDay);
  return lastOrder !== null && lastOrder >= firstDayOfMonth(last - 11);
}

export function lastOrderDay(orders: OrderHistory, asOfDay: number): number | null {
  let latest: number | null = null;
  for (let index = 0; index < orders.orderDays.length; index += 1) {
    const day = orders.orderDays[index] as number;
    if (day > asOfDay) break;
    latest = day;
  }
  return latest;
}
