import { shiftMonths } from "../core/calendar";
import { checkDay, checkNonNegative } from "../core/check";
import { sumOf } from "../core/order-statistics";
import type { Estimate } from "../core/result";
import { clusteredRatio } from "../statistics/clustered-ratio";
import { limited } from "../statistics/clustered-share";

type WalletShare = Estimate<"noData" | "zeroDenominator">;

/**
 * Share of wallet: how much of what customers spend on our categories do they spend with us?
 *
 * Formula: sum of own spend / sum of category spend, over the accounts whose wallet is known.
 * Interval: ratio estimator with the account as unit.
 *
 * @param rows one row per account: its spend with us and its whole spend in the category, one currency
 * @param options population: how many customers there are, where the question is the share with all
 * @returns 0..1 with interval; n accounts whose wallet is known
 * Empty: null with noData without rows, zeroDenominator when the wallets add up to 0.
 * @throws RangeError when an amount is negative, or own spend above the category's, naming the row
 * @source Keiningham et al. (2011), Harvard Business Review 89(10); Cochran (1977)
 * @example shareOfWallet([{ ownMinor: 30, categoryMinor: 100 }, { ownMinor: 20, categoryMinor: 100 }]).value // => 0.25
 */
export function shareOfWallet(
  rows: readonly { readonly ownMinor: number; readonly categoryMinor: number }[],
  options: { readonly population?: number } = {},
): WalletShare {
  rows.forEach((row, index) => {
    checkNonNegative(row.ownMinor, () => `rows[${index}].ownMinor`);
    checkNonNegative(row.categoryMinor, () => `rows[${index}].categoryMinor`);
    if (row.ownMinor > row.categoryMinor)
      throw new RangeError(`rows[${index}].ownMinor is above its categoryMinor`);
  });
  const share = clusteredRatio(
    rows.map((row) => ({ y: row.ownMinor, x: row.categoryMinor })),
    options,
  );
  return limited(share, 1);
}

/** Best first: what the customer said, what somebody guessed, what a model made of other customers. */
const provenances = ["asked", "estimated", "modelled"] as const;

export type WalletProvenance = (typeof provenances)[number];

/** What an account spends on one category in a year, in all and with us, as known on a day. */
export type WalletRecord = {
  readonly category: string;
  readonly day: number;
  readonly ownMinor: number;
  readonly categoryMinor: number;
  readonly provenance: WalletProvenance;
};

export type KnownWallets = {
  readonly share: WalletShare;
  /** Category spend behind the share, by where it comes from. */
  readonly categoryMinor: { readonly [Provenance in WalletProvenance]: number };
  /** The oldest record that was counted; null where none was. */
  readonly oldestDay: number | null;
  readonly accounts: number;
  /** Accounts whose every record is 12 months old or older: known once, not counted. */
  readonly stale: number;
};

/**
 * Share of known wallets: how much of the wallets we know of do we have, and how well do we know them?
 *
 * Formula: per account and category the latest record under 12 months old (of one day the asked before
 * the estimated before the modelled); own spend above an account's wallet counts as the whole wallet;
 * then share of wallet over the accounts.
 *
 * @param accounts per account its wallet records, any order, one currency
 * @param options the as-of day; population as for `shareOfWallet`
 * @returns share 0..1 with interval, the category spend by provenance, the oldest day counted, and how
 *   many accounts are known, or were known too long ago
 * Empty: share null with noData when no account has a fresh record, zeroDenominator when they add up to 0.
 * @throws RangeError when an amount is negative or a day not whole, naming account and row
 * @source Keiningham et al. (2011); Cochran (1977); Holdfast's own construct
 * @example shareOfKnownWallets([[{ category: "pumps", day: 100, ownMinor: 30, categoryMinor: 100, provenance: "asked" }], [{ category: "pumps", day: -400, ownMinor: 5, categoryMinor: 10, provenance: "asked" }]], { asOfDay: 200 }).stale // => 1
 */
export function shareOfKnownWallets(
  accounts: readonly (readonly WalletRecord[])[],
  options: { readonly asOfDay: number; readonly population?: number },
): KnownWallets {
  const asOfDay = checkDay(options.asOfDay, "asOfDay");
  accounts.forEach((records, account) => {
    records.forEach((record, index) => {
      checkRecord(record, () => `accounts[${account}][${index}]`);
    });
  });
  const seen = accounts.map((records) => records.filter(({ day }) => day <= asOfDay));
  const fresh = seen.map((records) => freshRecords(records, shiftMonths(asOfDay, -12)));
  const known = fresh.filter((records) => records.length > 0);
  const counted = known.flat();
  const days = counted.map(({ day }) => day);
  const spendOf = (provenance: WalletProvenance) =>
    total(
      counted.filter((record) => record.provenance === provenance),
      "categoryMinor",
    );
  return {
    share: shareOfWallet(known.map(walletOf), options),
    categoryMinor: {
      asked: spendOf("asked"),
      estimated: spendOf("estimated"),
      modelled: spendOf("modelled"),
    },
    oldestDay: days.length === 0 ? null : days.reduce((a, b) => Math.min(a, b)),
    accounts: known.length,
    stale: seen.filter((records) => records.length > 0).length - known.length,
  };
}

function checkRecord(record: WalletRecord, name: () => string): void {
  checkDay(record.day, () => `${name()}.day`);
  checkNonNegative(record.ownMinor, () => `${name()}.ownMinor`);
  checkNonNegative(record.categoryMinor, () => `${name()}.categoryMinor`);
}

function freshRecords(records: readonly WalletRecord[], afterDay: number): WalletRecord[] {
  const rank = ({ provenance }: WalletRecord) => provenances.indexOf(provenance);
  const worstFirst = records
    .filter(({ day }) => day > afterDay)
    .sort((a, b) => a.day - b.day || rank(b) - rank(a));
  return [...new Map(worstFirst.map((record) => [record.category, record])).values()];
}

function total(records: readonly WalletRecord[], of: "ownMinor" | "categoryMinor"): number {
  return sumOf(records, (record) => record[of]);
}

function walletOf(records: readonly WalletRecord[]) {
  const categoryMinor = total(records, "categoryMinor");
  return { ownMinor: Math.min(total(records, "ownMinor"), categoryMinor), categoryMinor };
}
