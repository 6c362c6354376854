import { inTurns } from "@/lib/facts/in-turns";
import { assessAt, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import {
  type ContractAccount,
  type ContractAccountsValue,
  contractAccountsValue,
  type OrderModelInput,
  orderLifetimeValue,
  orderModelValue,
} from "@/lib/metrics";
import type { LifetimeBasis } from "../lifetime.types";
import type { LifetimeModels } from "./fit-models";
import { type CountedShare, countedYear, marginShares } from "./margins";
import type { OrderRow } from "./order-rows";

/** Orders are counted so far ahead; contracts without an end. */
export const ORDER_YEARS = 5;
const DAYS_PER_YEAR = 365.2425;

export type LifetimeView = { asOfDay: number; rate: number; basis: LifetimeBasis };

/** What a page is made of: the models, what counts of a year, and every account's parts. */
export type Valued = {
  models: LifetimeModels;
  view: LifetimeView;
  shares: CountedShare;
  /** The fits of the order model; null where one retention for all has to do. */
  orderInput: OrderModelInput | null;
  accounts: Map<string, ValuedAccount>;
};

export type ValuedAccount = {
  unitId: string;
  /** A contract that goes on. */
  contract: ContractAccount | null;
  /** Repeat orders by its own rhythm not lost, as the model takes them. */
  orders: OrderRow | null;
  yearlyContractMinor: number;
  yearlyOrderMinor: number;
  contractMinor: number | null;
  orderMinor: number | null;
};

function orderInputOf(
  { purchases, spend }: LifetimeModels,
  { rate, basis }: LifetimeView,
  shares: CountedShare,
): OrderModelInput | null {
  if (purchases.reason !== null || spend.reason !== null) return null;
  return {
    purchases,
    spend,
    timePerYear: DAYS_PER_YEAR,
    years: ORDER_YEARS,
    discountRate: rate,
    marginShare: basis === "margin" ? shares.order : 1,
  };
}

/** Contracts of some accounts, learnt from the renewals of all. */
export function contractsWorth(
  { models, view }: Pick<Valued, "models" | "view">,
  accounts: readonly ContractAccount[],
): ContractAccountsValue {
  const { renewals } = models.contracts;
  return contractAccountsValue(accounts, { renewals, discountRate: view.rate });
}

/** Orders of some accounts by one retention for all, learnt from last year's buyers. */
export function ordersByRetention(
  { models, view }: Pick<Valued, "models" | "view">,
  minor: number,
) {
  const { opening, kept } = models.buyers;
  return orderLifetimeValue({
    yearlyMarginMinor: minor,
    opening,
    kept,
    discountRate: view.rate,
  });
}

function accountsOf(
  facts: WorkspaceFacts,
  models: LifetimeModels,
  { asOfDay, basis }: LifetimeView,
  shares: CountedShare,
): ValuedAccount[] {
  const assessed = assessAt(facts, asOfDay);
  const lives = new Map(models.contracts.lives.map((life) => [life.unitId, life]));
  const rows = new Map(models.rows.map((row) => [row.unitId, row]));
  return [...models.yearly].flatMap(([unitId, year]) => {
    const counted = countedYear(year, basis, shares);
    const life = lives.get(unitId);
    const hasOrders = assessed.get(unitId)?.activity.hasOrders ?? false;
    const contract =
      life && life.lostDay === null && year.contractMinor > 0
        ? {
            yearlyMarginMinor: counted.contract,
            renewals: life.renewals,
            yearsToRenewal: life.yearsToRenewal,
          }
        : null;
    const orders = hasOrders ? (rows.get(unitId) ?? null) : null;
    if (contract === null && orders === null) return [];
    return [
      {
        unitId,
        contract,
        orders,
        yearlyContractMinor: contract === null ? 0 : counted.contract,
        yearlyOrderMinor: orders === null ? 0 : counted.order,
        contractMinor: null,
        orderMinor: null,
      },
    ];
  });
}

function worthOfOrders(
  row: OrderRow,
  yearlyMinor: number,
  valued: Pick<Valued, "models" | "view" | "orderInput">,
): number | null {
  if (valued.orderInput === null) return ordersByRetention(valued, yearlyMinor).value;
  const { r, alpha, a, b } = valued.orderInput.purchases;
  const { p, q, gamma } = valued.orderInput.spend;
  // Without the doubt of the fits, which is for sums: a hundred times as quick.
  return orderModelValue(row, {
    ...valued.orderInput,
    purchases: { r, alpha, a, b },
    spend: { p, q, gamma },
  }).value;
}

/** What every active account is worth; gives way to others meanwhile. */
export async function valueAccounts(
  facts: WorkspaceFacts,
  models: LifetimeModels,
  view: LifetimeView,
): Promise<Valued> {
  const shares = marginShares(models.yearly.values());
  const accounts = accountsOf(facts, models, view, shares);
  const base = { models, view, shares, orderInput: orderInputOf(models, view, shares) };
  const under = accounts.filter(({ contract }) => contract !== null);
  const worth = contractsWorth(
    base,
    under.flatMap(({ contract }) => contract ?? []),
  );
  if (worth.value !== null)
    under.forEach((account, at) => {
      account.contractMinor = worth.each[at] ?? null;
    });
  await inTurns(accounts, (account) => {
    if (account.orders !== null)
      account.orderMinor = worthOfOrders(account.orders, account.yearlyOrderMinor, base);
  });
  return { ...base, accounts: new Map(accounts.map((account) => [account.unitId, account])) };
}
