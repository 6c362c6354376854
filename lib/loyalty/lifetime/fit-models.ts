import { setImmediate as nextTurn } from "node:timers/promises";
import type { Tx } from "@/lib/db/with-workspace";
import { choose } from "@/lib/facts/per-block";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import {
  type BgNbd,
  fitBgNbd,
  fitGammaGamma,
  fitRenewalsBetaGeometric,
  type GammaGamma,
  type ShiftedBetaGeometric,
} from "@/lib/metrics";
import { loadContractMargins } from "../load-contract-margins";
import { yearUpTo } from "../measures/periods";
import { monthsBefore } from "../scene";
import { buildHoldout, type Holdout } from "./build-holdout";
import { type ContractLives, contractLives } from "./contract-lives";
import { evenSample } from "./even-sample";
import { type YearlyDto, yearlyOfAll } from "./margins";
import { type OrderRow, orderRows } from "./order-rows";

// A fit takes a third of a second of ten thousand customers, and of five thousand it says the same.
const MOST_FITTED = 5_000;

/** What all accounts of a workspace teach, whatever a page selects of them. */
export type LifetimeModels = {
  contracts: ContractLives;
  contractFit: ShiftedBetaGeometric;
  rows: readonly OrderRow[];
  sampled: number | null;
  purchases: BgNbd;
  spend: GammaGamma;
  /** Last year's buyers, and who of them bought again: for one retention for all. */
  buyers: { opening: number; kept: number; before: Set<string>; now: Set<string> };
  holdout: Holdout | null;
  yearly: Map<string, YearlyDto>;
};

function buyersIn({ units }: WorkspaceFacts, day: number): Set<string> {
  const { fromDay, untilDay } = yearUpTo(day);
  const hasBought = ({ history }: UnitFacts) => {
    const { orderDays } = history.orders;
    let at = orderDays.length - 1;
    while (at >= 0 && (orderDays[at] as number) >= untilDay) at -= 1;
    return at >= 0 && (orderDays[at] as number) >= fromDay;
  };
  return new Set(choose(units, `ordered ${fromDay} ${untilDay}`, hasBought).map(({ id }) => id));
}

function buyersOf(facts: WorkspaceFacts, asOfDay: number): LifetimeModels["buyers"] {
  const before = buyersIn(facts, monthsBefore(asOfDay, 12));
  const now = buyersIn(facts, asOfDay);
  const kept = [...before].filter((id) => now.has(id)).length;
  return { opening: before.size, kept, before, now };
}

/** Fits the models of an epoch, giving way between them. */
export async function fitModels(
  tx: Tx,
  facts: WorkspaceFacts,
  asOfDay: number,
): Promise<LifetimeModels> {
  const rows = orderRows(facts, asOfDay);
  const ratios = await loadContractMargins(tx, facts.workspaceId);
  const contracts = contractLives(facts, asOfDay);
  const fitted = evenSample(rows, MOST_FITTED);
  await nextTurn();
  const purchases = fitBgNbd(fitted);
  await nextTurn();
  const spend = fitGammaGamma(
    fitted.filter(({ frequency, meanSpend }) => frequency > 0 && meanSpend > 0),
  );
  await nextTurn();
  const holdout = await buildHoldout(facts, asOfDay, MOST_FITTED);
  return {
    contracts,
    contractFit: fitRenewalsBetaGeometric(contracts.renewals),
    rows,
    sampled: fitted.length < rows.length ? fitted.length : null,
    purchases,
    spend,
    buyers: buyersOf(facts, asOfDay),
    holdout,
    yearly: yearlyOfAll(facts, ratios, asOfDay),
  };
}
