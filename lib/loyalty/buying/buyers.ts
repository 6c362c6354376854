import { assessAt, type UnitFacts, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { type KnownWallet, knownWallet } from "../measures/known-wallet";
import { perUnit, rowsOf } from "../per-epoch";
import type { OwnedTypes } from "./owned-types";

/** What shares of types and wallets take of an active account. */
export type Buyer = {
  unit: UnitFacts;
  runningMinor: number;
  /** Product types it uses. */
  types: number;
  wallet: KnownWallet | null;
};

/** Of some accounts those that are active, in their order; each looked at once for all segments. */
export function buyersAmong(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  asOfDay: number,
  owned: OwnedTypes,
): readonly Buyer[] {
  const assessed = assessAt(facts, asOfDay);
  const walletAt = knownWallet(facts, asOfDay);
  const buyerOf = perUnit(facts, `buyer ${asOfDay}`, (unit): Buyer | null => {
    const assessment = assessed.get(unit.id);
    if (!assessment?.standing) return null;
    const { runningMinor } = assessment.revenue;
    return { unit, runningMinor, types: owned(unit).size, wallet: walletAt(unit) };
  });
  return rowsOf(units, `buyer ${asOfDay}`, buyerOf);
}
