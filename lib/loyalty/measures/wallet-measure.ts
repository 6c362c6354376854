import { assessAt } from "@/lib/facts/workspace-facts";
import { bootstrap, freshWallets, shareOfWallet } from "@/lib/metrics";
import type { VerdictDto } from "../figures.types";
import { monthsBefore, type Scene } from "../scene";
import {
  type Figure,
  known,
  type Measure,
  type NotSuited,
  revenueCoverage,
  shareScale,
  unknown,
  verdictOf,
} from "./measure";

const REPLICATES = 300;

function walletRows(scene: Scene, day: number) {
  const assessed = assessAt(scene.facts, day);
  return scene.units
    .filter((unit) => assessed.get(unit.id)?.standing)
    .flatMap((unit) => {
      const wallets = freshWallets(unit.history.wallets, day);
      if (wallets.length === 0) return [];
      const total = (field: "ownMinor" | "categoryMinor") =>
        wallets.reduce((sum, row) => sum + row[field], 0);
      return [{ id: unit.id, ownMinor: total("ownMinor"), categoryMinor: total("categoryMinor") }];
    });
}

function walletRate(rows: ReturnType<typeof walletRows>): number | null {
  const total = rows.reduce((sum, row) => sum + row.categoryMinor, 0);
  return total === 0 ? null : rows.reduce((sum, row) => sum + row.ownMinor, 0) / total;
}

function walletVerdict(scene: Scene, now: ReturnType<typeof walletRows>): VerdictDto {
  const before = new Map(walletRows(scene, scene.compareDay).map((row) => [row.id, row]));
  const difference = bootstrap(
    now.flatMap((row) => {
      const was = before.get(row.id);
      return was ? [{ now: row, before: was }] : [];
    }),
    (pairs) => {
      const is = walletRate(pairs.map((pair) => pair.now));
      const was = walletRate(pairs.map((pair) => pair.before));
      return is === null || was === null ? null : is - was;
    },
    { replicates: REPLICATES },
  );
  if (difference.value === null || difference.interval === null)
    return { kind: "notComparable", reason: "noEarlierFigure" };
  const { low, high } = difference.interval;
  const isReal = low > 0 || high < 0;
  return verdictOf(scene, { isReal, tested: difference.value, change: difference.value });
}

function walletFigure(scene: Scene): Figure | NotSuited {
  const fromDay = monthsBefore(scene.asOfDay, 12);
  if (!scene.units.some((unit) => unit.history.wallets.length > 0))
    return { hidden: "noWallets", help: "Needs what customers spend on your categories in all." };
  const rows = walletRows(scene, scene.asOfDay);
  const share = shareOfWallet(rows);
  if (share.value === null)
    return unknown("noWallets", "No wallet was asked or estimated in the last 12 months.", {
      fromDay,
    });
  return known(share, {
    fromDay,
    counts: [{ what: "accounts", count: share.n, of: scene.active.length }],
    coverage: revenueCoverage(scene, new Set(rows.map(({ id }) => id))),
    verdict: walletVerdict(scene, rows),
  });
}

export const walletMeasure: Measure = {
  key: "shareOfWallet",
  name: "Share of wallet",
  population: "where known",
  unit: "ratio",
  definitionKey: "shareOfWallet",
  scaleOf: shareScale,
  figure: walletFigure,
};
