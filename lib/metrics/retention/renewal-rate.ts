import { checkNonNegative } from "../core/check";
import { sumOf } from "../core/order-statistics";
import type { Estimate } from "../core/result";
import { clusteredRatio } from "../statistics/clustered-ratio";
import { clusteredShare } from "../statistics/clustered-share";

/** A contract whose term ended in the period. */
export type DueContract = {
  readonly isRenewed: boolean;
  /** Yearly value of the term that ended, minor units of one currency. */
  readonly valueMinor: number;
};

export type RenewalRate = {
  /** Of the contracts. */
  readonly rate: Estimate;
  /** Of their yearly value. */
  readonly valueRate: Estimate<"noData" | "zeroDenominator">;
  readonly due: number;
  readonly renewed: number;
};

/**
 * Renewal rate: which share of the contracts up for renewal was renewed?
 *
 * Formula: contracts renewed / contracts whose term ended in the period; beside it the same in yearly
 * value before renewal. Contracts that were not up for renewal are in neither. Interval: ratio
 * estimator with the account as unit, because one account decides on its contracts together; for the
 * number of contracts never narrower than Wilson.
 *
 * @param accounts per account its contracts that were up for renewal in the period
 * @returns two shares 0..1 with intervals and the two counts; n is the number of accounts with a
 *   contract up for renewal
 * Empty: null with noData when nothing was up for renewal, the value's zeroDenominator when it was
 *   worth nothing.
 * @throws RangeError when a value is negative or not finite, naming account and row
 * @source Wilson (1927); Cochran (1977); Holdfast's own construct
 * @example renewalRate([[{ isRenewed: true, valueMinor: 300 }], [{ isRenewed: false, valueMinor: 100 }], []]).rate.value // => 0.5
 * @example renewalRate([[{ isRenewed: true, valueMinor: 300 }], [{ isRenewed: false, valueMinor: 100 }], []]).valueRate.value // => 0.75
 */
export function renewalRate(accounts: readonly (readonly DueContract[])[]): RenewalRate {
  accounts.forEach((contracts, account) => {
    contracts.forEach(({ valueMinor }, index) => {
      checkNonNegative(valueMinor, `accounts[${account}][${index}].valueMinor`);
    });
  });
  const deciding = accounts.filter((contracts) => contracts.length > 0);
  const counts = deciding.map((own) => ({
    k: own.filter(({ isRenewed }) => isRenewed).length,
    n: own.length,
  }));
  return {
    rate: clusteredShare(counts),
    valueRate: clusteredRatio(
      deciding.map((own) => ({
        y: yearlyValue(own.filter(({ isRenewed }) => isRenewed)),
        x: yearlyValue(own),
      })),
    ),
    due: sumOf(counts, ({ n }) => n),
    renewed: sumOf(counts, ({ k }) => k),
  };
}

function yearlyValue(contracts: readonly DueContract[]): number {
  return sumOf(contracts, ({ valueMinor }) => valueMinor);
}
