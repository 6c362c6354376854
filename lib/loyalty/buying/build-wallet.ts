import {
  assessAt,
  settingsAt,
  type UnitFacts,
  type WorkspaceFacts,
} from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import { shareOf, shareOfKnownWallets, shareOfWallet, walletAllocation } from "@/lib/metrics";
import type { StaleWalletDto, WalletDto, WalletSourceDto } from "../buying.types";
import { enoughDto } from "../estimate-dto";
import { type KnownWallet, knownWallet } from "../measures/known-wallet";
import { totalOf } from "../measures/measure";

const STALE_SHOWN = 10;
const SUPPLIERS = [1, 2, 3, 4, 5, 6] as const;
/** Tenths of a wallet. */
const BINS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

type Known = KnownWallet & { unit: UnitFacts; runningMinor: number };

function knownOf(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  asOfDay: number,
): { active: { unit: UnitFacts; runningMinor: number }[]; known: Known[] } {
  const assessed = assessAt(facts, asOfDay);
  const active = units.flatMap((unit) => {
    const assessment = assessed.get(unit.id);
    return assessment?.standing ? [{ unit, runningMinor: assessment.revenue.runningMinor }] : [];
  });
  const walletAt = knownWallet(facts, asOfDay);
  const known = active.flatMap(({ unit, runningMinor }) => {
    const wallet = walletAt(unit);
    return wallet === null ? [] : [{ unit, runningMinor, ...wallet }];
  });
  return { active, known };
}

/** Share of wallet of some accounts, and for how much of their revenue it is known. */
export function walletOf(facts: WorkspaceFacts, units: readonly UnitFacts[], asOfDay: number) {
  const { active, known } = knownOf(facts, units, asOfDay);
  return {
    wallet: enoughDto(shareOfWallet(known), settingsAt(facts, asOfDay).fewestForStatistic),
    walletCoverage: shareOf(
      totalOf(known.map(({ runningMinor }) => runningMinor)),
      totalOf(active.map(({ runningMinor }) => runningMinor)),
    ),
  };
}

export function walletEstimate(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  asOfDay: number,
) {
  return shareOfWallet(knownOf(facts, units, asOfDay).known);
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

function staleOf(
  facts: WorkspaceFacts,
  active: readonly { unit: UnitFacts; runningMinor: number }[],
  asOfDay: number,
): StaleWalletDto[] {
  const walletAt = knownWallet(facts, asOfDay);
  return active
    .flatMap(({ unit, runningMinor }) => {
      const days = unit.history.wallets.flatMap(({ day }) => (day <= asOfDay ? [day] : []));
      if (days.length === 0 || walletAt(unit) !== null) return [];
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
export function buildWallet(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  asOfDay: number,
): WalletDto {
  const { active, known } = knownOf(facts, units, asOfDay);
  const fewest = settingsAt(facts, asOfDay).fewestForStatistic;
  const freshOf = new Map(known.map(({ unit, fresh }) => [unit.id, fresh]));
  // A wallet for all categories stands alone: only the rows that count are summed, old ones are told apart.
  const all = shareOfKnownWallets(
    active.map(({ unit }) => freshOf.get(unit.id) ?? unit.history.wallets),
    { asOfDay },
  );
  return {
    share: enoughDto(all.share, fewest),
    coverage: walletOf(facts, units, asOfDay).walletCoverage,
    known: all.accounts,
    active: active.length,
    stale: all.stale,
    staleLines: staleOf(facts, active, asOfDay),
    oldest: all.oldestDay === null ? null : isoOfDay(all.oldestDay),
    bins: binsOf(known),
    sources: sourcesOf(known, all.categoryMinor, fewest),
    rule: walletRule(),
  };
}
