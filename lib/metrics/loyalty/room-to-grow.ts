import type { Gap } from "../buying/white-space";
import { checkDay, checkNonNegative } from "../core/check";
import { sumOf } from "../core/order-statistics";
import type { WalletRow } from "./types";
import { freshWallets } from "./wallet-share";

/** What an account spends elsewhere in a category; the range is as wide as what was asked or estimated. */
export type KnownRoom = {
  readonly category: string;
  readonly day: number;
  readonly provenance: WalletRow["provenance"];
  readonly lowMinor: number;
  readonly middleMinor: number;
  readonly highMinor: number;
};

export type RoomToGrow = {
  readonly known: readonly KnownRoom[];
  /** Product types it lacks, with what others of its size spend on them: typical, not promised. */
  readonly typical: readonly Gap[];
  readonly knownMinor: number;
  readonly typicalMinor: number;
  /** Known and typical together. */
  readonly roomMinor: number;
};

/**
 * Room to grow: how much more could an account buy from us?
 *
 * Formula: where a wallet was asked or estimated in the last 12 months, per category wallet - own spend,
 * at the low end, the middle and the high end of its range, never below 0; else for each product type
 * the account lacks the typical spend of its owners. A wallet for all categories stands alone.
 *
 * @param wallets rows per category, yearly minor units
 * @param gaps the account's white space: product types it lacks, named as the categories are
 * @param asOfDay day number
 * @returns room per category and per product type in yearly minor units, largest first, and its sum
 * Empty: nothing known and no gap gives no rows and room 0.
 * @throws RangeError when an amount is negative or not finite, or a range does not hold its middle,
 *   naming the row
 * @source Holdfast's own construct
 * @example roomToGrow([{ category: "pumps", day: 0, ownMinor: 30, categoryMinor: 100, lowMinor: 80, highMinor: 120, provenance: "asked" }], [], 9).known.map((one) => [one.lowMinor, one.middleMinor, one.highMinor]) // => [[50, 70, 90]]
 * @example roomToGrow([], [{ type: "service", typicalMinor: 40, owners: 12 }], 9).roomMinor // => 40
 */
export function roomToGrow(
  wallets: readonly WalletRow[],
  gaps: readonly Gap[],
  asOfDay: number,
): RoomToGrow {
  gaps.forEach(({ typicalMinor }, index) => {
    checkNonNegative(typicalMinor, `gaps[${index}].typicalMinor`);
  });
  const fresh = freshWallets(wallets, checkDay(asOfDay, "asOfDay"));
  const coversAll = fresh.some((row) => row.coversAll === true);
  const isKnown = new Set(fresh.map(({ category }) => category));
  const known = fresh.map(roomOf).sort((a, b) => b.middleMinor - a.middleMinor);
  const typical = gaps
    .filter(({ type }) => !coversAll && !isKnown.has(type))
    .sort((a, b) => b.typicalMinor - a.typicalMinor);
  const knownMinor = sumOf(known, ({ middleMinor }) => middleMinor);
  const typicalMinor = sumOf(typical, (gap) => gap.typicalMinor);
  return { known, typical, knownMinor, typicalMinor, roomMinor: knownMinor + typicalMinor };
}

function roomOf(row: WalletRow): KnownRoom {
  const { category, day, provenance, ownMinor, categoryMinor } = row;
  const left = (wallet: number) => Math.max(0, wallet - ownMinor);
  return {
    category,
    day,
    provenance,
    lowMinor: left(row.lowMinor ?? categoryMinor),
    middleMinor: left(categoryMinor),
    highMinor: left(row.highMinor ?? categoryMinor),
  };
}
