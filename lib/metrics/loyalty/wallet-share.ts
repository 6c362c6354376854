import { shiftMonths } from "../core/calendar";
import { checkBetween, checkDay, checkNonNegative } from "../core/check";
import { sumOf } from "../core/order-statistics";
import type { WalletRow } from "./types";

/**
 * Account's share of wallet: how much of what it spends on our categories does it spend with us?
 *
 * Formula: sum of own spend / sum of category spend, over the latest row per category that is under
 * 12 months old; a row for all categories stands alone.
 *
 * @param wallets rows per category, yearly minor units
 * @param asOfDay day number
 * @returns 0..1, at most 1 where own spend passes an estimate
 * Empty: null when no fresh row exists or the category spend is 0.
 * @throws RangeError when an amount is negative or not finite, or a range does not hold its middle,
 *   naming the row
 * @source Holdfast's own construct
 * @example walletShare([{ category: "pumps", day: 100, ownMinor: 30, categoryMinor: 100, provenance: "asked" }], 200) // => 0.3
 */
export function walletShare(wallets: readonly WalletRow[], asOfDay: number): number | null {
  return shareOf(freshWallets(wallets, asOfDay));
}

/**
 * Fresh wallets: which of an account's wallets count today?
 *
 * Formula: the latest row per category that is under 12 months old; of two of one day the one that was
 * asked, then the smaller; a row for all categories stands alone.
 *
 * @param wallets rows per category, yearly minor units
 * @param asOfDay day number
 * @returns the rows that count
 * Empty: no rows when none is fresh.
 * @throws RangeError when an amount is negative or not finite, or a range does not hold its middle,
 *   naming the row
 * @source Holdfast's own construct
 * @example freshWallets([{ category: "pumps", day: 100, ownMinor: 30, categoryMinor: 100, provenance: "asked" }], 466) // => []
 */
export function freshWallets(wallets: readonly WalletRow[], asOfDay: number): WalletRow[] {
  checkWallets(wallets);
  const latest = [...latestRows(wallets, shiftMonths(asOfDay, -12), asOfDay).values()];
  const overall = latest.filter(({ coversAll }) => coversAll === true);
  return overall.length > 0 ? overall : latest;
}

/** Fall of the share from each category's row before to its latest fresh row; null without both. */
export function walletFall(wallets: readonly WalletRow[], asOfDay: number): number | null {
  const pairs = freshWallets(wallets, asOfDay).flatMap((now) => {
    const before = latestRows(wallets, Number.NEGATIVE_INFINITY, now.day - 1).get(now.category);
    return before === undefined ? [] : [{ before, now }];
  });
  const was = shareOf(pairs.map(({ before }) => before));
  const is = shareOf(pairs.map(({ now }) => now));
  return was === null || is === null ? null : was - is;
}

function checkWallets(wallets: readonly WalletRow[]): void {
  wallets.forEach((row, index) => {
    const name = `wallets[${index}]`;
    checkDay(row.day, `${name}.day`);
    const { ownMinor, categoryMinor, lowMinor = categoryMinor, highMinor = categoryMinor } = row;
    checkNonNegative(ownMinor, `${name}.ownMinor`);
    checkNonNegative(categoryMinor, `${name}.categoryMinor`);
    checkBetween(lowMinor, 0, categoryMinor, `${name}.lowMinor`);
    checkBetween(highMinor, categoryMinor, Number.MAX_VALUE, `${name}.highMinor`);
  });
}

function latestRows(
  wallets: readonly WalletRow[],
  afterDay: number,
  asOfDay: number,
): Map<string, WalletRow> {
  const latest = new Map<string, WalletRow>();
  for (const row of wallets) {
    if (row.day <= afterDay || row.day > asOfDay) continue;
    const held = latest.get(row.category);
    if (held === undefined || comesFirst(row, held)) latest.set(row.category, row);
  }
  return latest;
}

function comesFirst(row: WalletRow, held: WalletRow): boolean {
  if (row.day !== held.day) return row.day > held.day;
  if (row.provenance !== held.provenance) return row.provenance === "asked";
  return row.categoryMinor < held.categoryMinor;
}

function shareOf(rows: readonly WalletRow[]): number | null {
  const category = sumOf(rows, ({ categoryMinor }) => categoryMinor);
  if (category === 0) return null;
  return Math.min(1, sumOf(rows, ({ ownMinor }) => ownMinor) / category);
}
