import { isoOfDay } from "@/lib/format/calendar";
import { shareOf, shareOfKnownWallets, shareOfWallet, walletAllocation } from "@/lib/metrics";
import type { StaleWalletDto, WalletDto, WalletSourceDto } from "../buying.types";
import { enoughDto } from "../estimate-dto";
import type { KnownWallet } from "../measures/known-wallet";
import { totalOf } from "../measures/measure";
import type { Scene } from "../scene";
import type { Buyer } from "./buyers";

const STALE_SHOWN = 10;
const SUPPLIERS = [1, 2, 3, 4, 5, 6] as const;
/** Tenths of a wallet. */
const BINS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

type Known = KnownWallet & { runningMinor: number };

function knownOf(buyers: readonly Buyer[]): Known[] {
  return buyers.flatMap(({ wallet, runningMinor }) =>
    wallet === null ? [] : [{ ...wallet, runningMinor }],
  );
}

/** Share of wallet of some accounts, and for how much of their revenue it is known. */
export function walletOf(buyers: readonly Buyer[]) {
  const known = knownOf(buyers);
  return {
    share: shareOfWallet(known),
    coverage: shareOf(
      totalOf(known.map(({ runningMinor }) => runningMinor)),
      totalOf(buyers.map(({ runningMinor }) => runningMinor)),
    ),
  };
}

function binsOf(known: readonly Known[]): WalletDto["bins"] {
  const shares = known.flatMap((one) => {
    const share = shareOf(one.ownMinor, one.categoryMinor);
    return share === null ? [] : [{ share, runningMinor: one.runningMinor }];
  });
  if (shares.length === 0) return [];
  return BINS.map((from, at) => {
    const to = BINS[at + 1] ?? 1;
    const inside = shares.filter(({ share }) => share >= from && (share < to || to === 1));
    return {
      from,
      to,
      accounts: inside.length,
      runningMinor: totalOf(inside.map(({ runningMinor }) => runningMinor)),
    };
  });
}

function sourcesOf(
  known: readonly Known[],
  categoryMinor: Record<"asked" | "estimated", number>,
  fewest: number,
): WalletSourceDto[] {
  const sources = (["asked", "estimated"] as const).filter((key) => categoryMinor[key] > 0);
  return sources.map((source) => ({
    source,
    share: enoughDto(
      shareOfWallet(
        known.filter(({ fresh }) => fresh.every(({ provenance }) => provenance === source)),
      ),
      fewest,
    ),
    categoryMinor: categoryMinor[source],
  }));
}

function staleOf(buyers: readonly Buyer[], asOfDay: number): StaleWalletDto[] {
  return buyers
    .flatMap(({ unit, runningMinor, wallet }) => {
      if (wallet !== null) return [];
      const days = unit.history.wallets.flatMap(({ day }) => (day <= asOfDay ? [day] : []));
      if (days.length === 0) return [];
      const { id, name } = unit.account;
      return [{ account: { id, name }, on: isoOfDay(Math.max(...days)), runningMinor }];
    })
    .sort((a, b) => b.runningMinor - a.runningMinor)
    .slice(0, STALE_SHOWN);
}

function walletRule(): (number | null)[][] {
  return SUPPLIERS.map((rank) =>
    SUPPLIERS.map((suppliers) => (rank > suppliers ? null : walletAllocation(rank, suppliers))),
  );
}

/** How much of the wallets we know is ours, how well we know them, and how it differs. */
export function buildWallet({ asOfDay, settings }: Scene, buyers: readonly Buyer[]): WalletDto {
  const fewest = settings.fewestForStatistic;
  const known = knownOf(buyers);
  // A wallet for all categories stands alone: only the rows that count are summed, old ones are told apart.
  const all = shareOfKnownWallets(
    buyers.map(({ unit, wallet }) => wallet?.fresh ?? unit.history.wallets),
    { asOfDay },
  );
  return {
    share: enoughDto(all.share, fewest),
    coverage: walletOf(buyers).coverage,
    known: all.accounts,
    active: buyers.length,
    stale: all.stale,
    staleLines: staleOf(buyers, asOfDay),
    oldest: all.oldestDay === null ? null : isoOfDay(all.oldestDay),
    bins: binsOf(known),
    sources: sourcesOf(known, all.categoryMinor, fewest),
    rule: walletRule(),
  };
}
