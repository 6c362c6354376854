import { clusteredDifference, shareOf, shareOfWallet } from "@/lib/metrics";
import type { VerdictDto } from "../figures.types";
import { rowsOf } from "../per-epoch";
import { monthsBefore, type Scene } from "../scene";
import { activeUnits } from "./answered";
import { knownWallet } from "./known-wallet";
import {
  type Figure,
  inputs,
  isTooFew,
  known,
  type Measure,
  type NotSuited,
  revenueCoverage,
  shareScale,
  tooFew,
  totalOf,
  unknown,
  verdictOf,
} from "./measure";

type Wallet = { id: string; ownMinor: number; categoryMinor: number };

function walletsAt(scene: Scene, day: number): readonly Wallet[] {
  const walletAt = knownWallet(scene.facts, day);
  return rowsOf(activeUnits(scene, day), `wallet row ${day}`, (unit) => {
    const wallet = walletAt(unit);
    if (wallet === null) return null;
    return { id: unit.id, ownMinor: wallet.ownMinor, categoryMinor: wallet.categoryMinor };
  });
}

const ratioRow = ({ ownMinor, categoryMinor }: Wallet) => ({ y: ownMinor, x: categoryMinor });

/** Only accounts whose wallet is known at both dates: the others would compare two groups. */
function walletVerdict(scene: Scene, now: readonly Wallet[]): VerdictDto {
  const before = new Map(walletsAt(scene, scene.compareDay).map((row) => [row.id, row]));
  const pairs = now.flatMap((row) => {
    const was = before.get(row.id);
    return was ? [{ now: ratioRow(row), before: ratioRow(was) }] : [];
  });
  return isTooFew(scene, pairs.length) ? tooFew() : verdictOf(scene, clusteredDifference(pairs));
}

function hasWallets({ units }: Scene): boolean {
  return units.some(({ history }) => history.wallets.length > 0);
}

function walletFigure(scene: Scene): Figure | NotSuited {
  const fromDay = monthsBefore(scene.asOfDay, 12);
  if (!hasWallets(scene)) return { hidden: "noWallets", help: "wallets" };
  const rows = walletsAt(scene, scene.asOfDay);
  const share = shareOfWallet(rows);
  const walletAt = knownWallet(scene.facts, scene.asOfDay);
  if (share.value === null)
    return unknown("noWallets", "noWallet", {
      fromDay,
    });
  return known(
    scene,
    share,
    {
      values: () => rows.map((row) => shareOf(row.ownMinor, row.categoryMinor) ?? 0),
      unit: "ratio",
    },
    {
      fromDay,
      counts: [{ what: "accounts", count: share.n, of: scene.active.length }],
      coverage: revenueCoverage(scene, "wallet", (unit) => walletAt(unit) !== null),
      inputs: inputs([
        ["spentWithUs", totalOf(rows.map((row) => row.ownMinor)), "money"],
        ["walletsInAll", totalOf(rows.map((row) => row.categoryMinor)), "money"],
        ["accountsWithWallet", share.n],
        ["activeAccounts", scene.active.length],
      ]),
      verdict: walletVerdict(scene, rows),
    },
  );
}

export const walletMeasure: Measure = {
  key: "shareOfWallet",
  unit: "ratio",
  definitionKey: "shareOfWallet",
  scaleOf: shareScale,
  figure: walletFigure,
  suits: hasWallets,
};
