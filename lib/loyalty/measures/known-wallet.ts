import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { freshWallets, type WalletRow } from "@/lib/metrics";
import { perUnit } from "../per-epoch";
import { totalOf } from "./measure";

export type KnownWallet = {
  fresh: readonly WalletRow[];
  ownMinor: number;
  categoryMinor: number;
};

/** What is known of an account's wallet on a day and not too old; null where nothing is. */
export function knownWallet(
  facts: WorkspaceFacts,
  day: number,
): (unit: UnitFacts) => KnownWallet | null {
  return perUnit(facts, `wallet ${day}`, ({ history }) => {
    const fresh = freshWallets(history.wallets, day);
    if (fresh.length === 0) return null;
    return {
      fresh,
      ownMinor: totalOf(fresh.map((row) => row.ownMinor)),
      categoryMinor: totalOf(fresh.map((row) => row.categoryMinor)),
    };
  });
}
