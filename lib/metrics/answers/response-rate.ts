import { checkCount, checkNonNegative } from "../core/check";
import { sumOf } from "../core/order-statistics";
import type { Estimate } from "../core/result";
import { shareOf } from "../core/share";
import { clusteredShare } from "../statistics/clustered-share";

/** One account: people asked, of them answered, and its yearly revenue. */
export type ResponseRow = {
  readonly asked: number;
  readonly answered: number;
  readonly revenueMinor: number;
};

export type ResponseRate = Estimate & {
  readonly asked: number;
  readonly answered: number;
  /** Of all accounts: with somebody asked, and with an answer; null without accounts. */
  readonly accountsAsked: number | null;
  readonly accountsHeard: number | null;
  /** Of all revenue, that of the accounts with an answer; null without revenue. */
  readonly revenueHeard: number | null;
};

/**
 * Response rate: how many of those asked have answered, and of how much of the business are they?
 *
 * Formula: sum of people who answered / sum of people asked; interval: the wider of the ratio estimator
 * with the account as unit and Wilson. Beside it the coverage: accounts with an answer / all accounts,
 * and their revenue / revenue of all accounts.
 *
 * @param accounts all accounts of the group; asked means that an invitation was delivered
 * @returns response 0..1 with interval, n accounts asked; coverage of accounts and of revenue 0..1
 * Empty: null with noData when nobody was asked; coverage is null without accounts or revenue.
 * @throws RangeError when a count is not whole, more answered than were asked, or a revenue is negative,
 *   naming the account
 * @source AAPOR, Standard Definitions (2023), response rate 1; Cochran (1977); Wilson (1927)
 * @example responseRate([{ asked: 3, answered: 2, revenueMinor: 900 }, { asked: 1, answered: 0, revenueMinor: 100 }]).value // => 0.5
 * @example responseRate([{ asked: 3, answered: 2, revenueMinor: 900 }, { asked: 1, answered: 0, revenueMinor: 100 }]).revenueHeard // => 0.9
 */
export function responseRate(accounts: readonly ResponseRow[]): ResponseRate {
  accounts.forEach(checkRow);
  const asked = accounts.filter((account) => account.asked > 0);
  const heard = accounts.filter((account) => account.answered > 0);
  const revenue = (rows: readonly ResponseRow[]) => sumOf(rows, (row) => row.revenueMinor);
  const all = revenue(accounts);
  return {
    ...clusteredShare(asked.map((row) => ({ k: row.answered, n: row.asked }))),
    asked: sumOf(asked, (row) => row.asked),
    answered: sumOf(heard, (row) => row.answered),
    accountsAsked: shareOf(asked.length, accounts.length),
    accountsHeard: shareOf(heard.length, accounts.length),
    revenueHeard: shareOf(revenue(heard), all),
  };
}

function checkRow({ asked, answered, revenueMinor }: ResponseRow, index: number): void {
  const row = () => `accounts[${index}]`;
  checkCount(asked, () => `${row()}.asked`);
  checkCount(answered, () => `${row()}.answered`);
  if (answered > asked)
    throw new RangeError(`${row()}.answered ${answered} is more than asked ${asked}`);
  checkNonNegative(revenueMinor, () => `${row()}.revenueMinor`);
}
