import { assessAt, type UnitFacts, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { type KnownWallet, knownWallet } from "../measures/known-wallet";
import { perEpoch } from "../per-epoch";
import type { OwnedTypes } from "./owned-types";

/** What shares of types and wallets take of an active account. */
export type Buyer = {
  unit: UnitFacts;
  runningMinor: number;
  /** Product types it uses. */
  types: number;
  wallet: KnownWallet | null;
};

export type Buyers = ReadonlyMap<UnitFacts, Buyer>;

/** Every active account of a workspace, looked at once for all of its segments. */
export function buyersAt(facts: WorkspaceFacts, asOfDay: number, owned: OwnedTypes): Buyers {
  return perEpoch(facts, `buyers ${asOfDay}`, () => {
    const assessed = assessAt(facts, asOfDay);
    const walletAt = knownWallet(facts, asOfDay);
    const buyers = new Map<UnitFacts, Buyer>();
    for (const unit of facts.units) {
      const assessment = assessed.get(unit.id);
      if (!assessment?.standing) continue;
      const { runningMinor } = assessment.revenue;
      buyers.set(unit, { unit, runningMinor, types: owned(unit).size, wallet: walletAt(unit) });
    }
    return buyers;
  });
}

/** Of some accounts those that are active, in their order. */
export function buyersAmong(buyers: Buyers, units: readonly UnitFacts[]): Buyer[] {
  return units.flatMap((unit) => buyers.get(unit) ?? []);
}
