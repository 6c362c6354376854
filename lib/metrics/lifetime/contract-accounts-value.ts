import { checkBetween, checkCount, checkNonNegative } from "../core/check";
import { sum, sumOf } from "../core/order-statistics";
import { type Interval, interval } from "../core/result";
import { contractLifetimeValue } from "./customer-lifetime-value";
import type { FitTrouble } from "./fit";
import { residualLifetime } from "./projected-survival";
import { projectedFigure } from "./retention-curve";
import { fitRenewalsBetaGeometric, type RenewalSeen } from "./shifted-beta-geometric";

export type ContractAccount = {
  readonly yearlyMarginMinor: number;
  /** Yearly renewals it has made so far. */
  readonly renewals: number;
  /** Years to the next one, 0-1. */
  readonly yearsToRenewal: number;
};

export type ContractAccountsInput = {
  /** Of all customers, to learn from: per renewal how many stayed and how many left. */
  readonly renewals: readonly RenewalSeen[];
  readonly discountRate: number;
};

export type ContractAccountsValue =
  | {
      readonly value: number;
      readonly n: number;
      readonly interval: Interval;
      /** Nobody left yet: worth at least this. */
      readonly isLowerBound: boolean;
      readonly method: "shiftedBetaGeometric" | "constantRetention";
      /** Why one retention for all had to do. */
      readonly because: FitTrouble | null;
      /** What each account adds, in the given order. */
      readonly each: readonly number[];
    }
  | { readonly value: null; readonly n: number; readonly reason: "noData" | "notIdentified" };

/**
 * Contract accounts: what is the future margin of each contract customer of today worth, and that of all
 * of them?
 *
 * Formula: per account yearly margin x residual lifetime after its renewals / (1 + d) to the power of the
 * years to its next renewal, with the shifted beta-geometric over the renewals seen of all customers; and
 * the sum. Interval of the sum by profile likelihood, the margins taken as known. Where the model is not
 * identified, the quick form at the share renewed over all renewals, for every account the same.
 *
 * @param accounts yearly margin in minor units, renewals made and years to the next, per account
 * @param input the renewals seen of all customers, and the yearly discount rate above 0
 * @returns minor units over all accounts with interval, what each adds, and which method was used; n
 *   accounts
 * Empty: null with noData without accounts or renewals, notIdentified when nobody left of three or fewer.
 * @throws RangeError when a count is not whole, a margin negative or the years are not 0-1, naming the row,
 *   or the discount rate is not above 0
 * @source Fader & Hardie (2010), Marketing Science 29, Customer-Base Valuation in a Contractual Setting
 * @example contractAccountsValue([{ yearlyMarginMinor: 100, renewals: 0, yearsToRenewal: 1 }], { renewals: [{ kept: 869, lost: 131 }, { kept: 743, lost: 126 }, { kept: 653, lost: 90 }, { kept: 593, lost: 60 }, { kept: 551, lost: 42 }, { kept: 517, lost: 34 }, { kept: 491, lost: 26 }], discountRate: 0.1 }).value // => 492
 * @example contractAccountsValue([{ yearlyMarginMinor: 100, renewals: 0, yearsToRenewal: 1 }], { renewals: [{ kept: 80, lost: 20 }], discountRate: 0.1 }).value // => 267
 */
export function contractAccountsValue(
  accounts: readonly ContractAccount[],
  input: ContractAccountsInput,
): ContractAccountsValue {
  checkAccounts(accounts);
  const n = accounts.length;
  if (n === 0) return { value: null, n, reason: "noData" };
  const fit = fitRenewalsBetaGeometric(input.renewals);
  if (fit.reason !== null) return quickForm(accounts, input, fit.because);
  const { discountRate } = input;
  const waiting = accounts.map((account) => waitingMargin(account, discountRate));
  const byRenewals = new Map<number, number>();
  accounts.forEach(({ renewals }, at) => {
    byRenewals.set(renewals, (byRenewals.get(renewals) ?? 0) + (waiting[at] as number));
  });
  const worth = projectedFigure(fit, (parameters) =>
    sum(
      [...byRenewals].map(
        ([renewals, margin]) => margin * residualLifetime(parameters, { renewals, discountRate }),
      ),
    ),
  );
  const lifetimes = new Map(
    [...byRenewals.keys()].map((renewals) => [
      renewals,
      residualLifetime(fit, { renewals, discountRate }),
    ]),
  );
  return {
    ...worth,
    n,
    isLowerBound: false,
    method: "shiftedBetaGeometric",
    because: null,
    each: accounts.map(
      ({ renewals }, at) => (waiting[at] as number) * (lifetimes.get(renewals) as number),
    ),
  };
}

/** A year's margin, paid at the next renewal. */
function waitingMargin({ yearlyMarginMinor, yearsToRenewal }: ContractAccount, rate: number) {
  return yearlyMarginMinor * (1 + rate) ** -yearsToRenewal;
}

function checkAccounts(accounts: readonly ContractAccount[]): void {
  accounts.forEach(({ yearlyMarginMinor, renewals, yearsToRenewal }, index) => {
    checkNonNegative(yearlyMarginMinor, () => `accounts[${index}].yearlyMarginMinor`);
    checkCount(renewals, () => `accounts[${index}].renewals`);
    checkBetween(yearsToRenewal, 0, 1, () => `accounts[${index}].yearsToRenewal`);
  });
}

function quickForm(
  accounts: readonly ContractAccount[],
  { renewals, discountRate }: ContractAccountsInput,
  because: FitTrouble,
): ContractAccountsValue {
  const kept = sumOf(renewals, (row) => row.kept);
  const opening = kept + sumOf(renewals, (row) => row.lost);
  const quick = contractLifetimeValue({ yearlyMarginMinor: 1, opening, kept, discountRate });
  const n = accounts.length;
  if (quick.value === null) return { value: null, n, reason: quick.reason };
  const margins = accounts.map(
    (account) => waitingMargin(account, discountRate) * (1 + discountRate),
  );
  const all = sum(margins);
  const { low, high, method } = quick.interval;
  return {
    value: quick.value * all,
    n,
    interval: interval(method, low * all, high * all, { n: opening }),
    isLowerBound: quick.isLowerBound,
    method: "constantRetention",
    because,
    each: margins.map((margin) => quick.value * margin),
  };
}
