import { assessAt, type UnitFacts, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { type KnownWallet, knownWallet } from "../measures/known-wallet";
import { perUnit, rowsOf } from "../per-epoch";
import type { OwnedTypes } from "./owned-types";

export type BuyerWallet = KnownWallet & { runningMinor: number };

/** What shares of types and wallets take of an active account. */
export type Buyer = {
  unit: UnitFacts;
  runningMinor: number;
  /** Product types it uses. */
  types: number;
  wallet: BuyerWallet | null;
};

/** Of some accounts those that are active, in their order; each looked at once for all segments. */
export type Buyers = {
  among(units: readonly UnitFacts[]): readonly Buyer[];
  /** How many product types each of them uses. */
  typesOf(units: readonly UnitFacts[]): readonly number[];
  walletsOf(units: readonly UnitFacts[]): readonly BuyerWallet[];
};

export function buyersAt(facts: WorkspaceFacts, asOfDay: number, owned: OwnedTypes): Buyers {
  const assessed = assessAt(facts, asOfDay);
  const walletAt = knownWallet(facts, asOfDay);
  const buyerOf = perUnit(facts, `buyer ${asOfDay}`, (unit): Buyer | null => {
    const assessment = assessed.get(unit.id);
    if (!assessment?.standing) return null;
    const { runningMinor } = assessment.revenue;
    const known = walletAt(unit);
    const wallet = known && { ...known, runningMinor };
    return { unit, runningMinor, types: owned(unit).size, wallet };
  });
  return {
    among: (units) => rowsOf(units, `buyer ${asOfDay}`, buyerOf),
    typesOf: (units) =>
      rowsOf(units, `types used ${asOfDay}`, (unit) => buyerOf(unit)?.types ?? null),
    walletsOf: (units) =>
      rowsOf(units, `wallet known ${asOfDay}`, (unit) => buyerOf(unit)?.wallet ?? null),
  };
}
