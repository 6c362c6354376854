import { shiftMonths } from "../core/calendar";
import { checkNonNegative } from "../core/check";
import type { WalletRow } from "./types";

/**
 * Account's share of wallet: how much of what it spends on our categories does it spend with us?
 *
 * Formula: sum of own spend / sum of category spend, over the latest row per category that is under
 * 12 months old.
 *
 * @param wallets rows per category, yearly minor units
 * @param asOfDay day number
 * @returns 0..1, at most 1 where own spend passes an estimate
 * Empty: null when no fresh row exists or the category spend is 0.
 * @throws RangeError when an amount is negative or not finite, naming the row
 * @source Holdfast's own construct
 * @example walletShare([{ category: "pumps", day: 100, ownMinor: 30, categoryMinor: 100, provenance: "asked" }], 200) // => 0.3
 */
export function walletShare(wallets: readonly WalletRow[], asOfDay: number): number | null {
  const freshAfter = shiftMonths(asOfDay, -12);
  return shareOf(latestRows(wallets, freshAfter, asOfDay));
}

/** Fall of the share from each category's row before to its latest fresh row; null without both. */
export function walletFall(wallets: readonly WalletRow[], asOfDay: number): number | null {
  const latest = latestRows(wallets, shiftMonths(asOfDay, -12), asOfDay);
  const before = new Map<string, WalletRow>();
  for (const [category, row] of latest) {
    const earlier = latestRows(
      wallets.filter((candidate) => candidate.category === category),
      Number.NEGATIVE_INFINITY,
      row.day - 1,
    ).get(category);
    if (earlier === undefined) latest.delete(category);
    else before.set(category, earlier);
  }
  const was = shareOf(before);
  const is = shareOf(latest);
  return was === null || is === null ? null : was - is;
}

function latestRows(
  wallets: readonly WalletRow[],
  afterDay: number,
  asOfDay: number,
): Map<string, WalletRow> {
  const latest = new Map<string, WalletRow>();
  wallets.forEach((row, index) => {
    checkNonNegative(row.ownMinor, `wallets[${index}].ownMinor`);
    checkNonNegative(row.categoryMinor, `wallets[${index}].categoryMinor`);
    if (row.day <= afterDay || row.day > asOfDay) return;
    const held = latest.get(row.category);
    if (held === undefined || row.day > held.day) latest.set(row.category, row);
  });
  return latest;
}

function shareOf(rows: Map<string, WalletRow>): number | null {
  let own = 0;
  let category = 0;
  for (const row of rows.values()) {
    own += row.ownMinor;
    category += row.categoryMinor;
  }
  return category === 0 ? null : Math.min(1, own / category);
}
