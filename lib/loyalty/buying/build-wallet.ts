import { isoOfDay } from "@/lib/format/calendar";
import { shareOf, shareOfKnownWallets, shareOfWallet, walletAllocation } from "@/lib/metrics";
import type { StaleWalletDto, WalletDto, WalletSourceDto } from "../buying.types";
import { enoughDto } from "../estimate-dto";
import { totalOf } from "../measures/measure";
import type { Scene } from "../scene";
import type { Buyer, Buyers, BuyerWallet } from "./buyers";

const STALE_SHOWN = 10;
const SUPPLIERS = [1, 2, 3, 4, 5, 6] as const;
/** Tenths of a wallet. */
const BINS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** For how much of the revenue of some accounts their wallet is known. */
export function walletCoverage(buyers: readonly Buyer[], known: readonly BuyerWallet[]) {
  return shareOf(
    totalOf(known.map(({ runningMinor }) => runningMinor)),
    totalOf(buyers.map(({ runningMinor }) => runningMinor)),
  );
}

function binsOf(known: readonly BuyerWallet[]): WalletDto["bins"] {
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
  known: readonly BuyerWallet[],
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
export function buildWallet({ units, asOfDay, settings }: Scene, all: Buyers): WalletDto {
  const fewest = settings.fewestForStatistic;
  const [buyers, known] = [all.among(units), all.walletsOf(units)];
  // A wallet for all categories stands alone: only the rows that count are summed, old ones are told apart.
  const wallets = shareOfKnownWallets(
    buyers.map(({ unit, wallet }) => wallet?.fresh ?? unit.history.wallets),
    { asOfDay },
  );
  return {
    share: enoughDto(wallets.share, fewest),
    coverage: walletCoverage(buyers, known),
    known: wallets.accounts,
    active: buyers.length,
    stale: wallets.stale,
    staleLines: staleOf(buyers, asOfDay),
    oldest: wallets.oldestDay === null ? null : isoOfDay(wallets.oldestDay),
    bins: binsOf(known),
    sources: sourcesOf(known, wallets.categoryMinor, fewest),
    rule: walletRule(),
  };
}
