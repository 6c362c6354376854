import { type MapSettings, toLoyaltySettings } from "@/lib/facts/map-settings";
import { assessAt, type UnitFacts, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { accountStanding, type LoyaltyState } from "@/lib/metrics";
import type { AccountRef } from "../figures.types";

type Sum = { accounts: number; revenueMinor: number };

export type MovedAccountDto = {
  account: AccountRef;
  revenueMinor: number;
  from: LoyaltyState | null;
  to: LoyaltyState | null;
};

/** The map at one day under other conventions beside the map as it stands. */
export type MapPreviewDto = {
  states: { state: LoyaltyState; now: Sum; under: Sum }[];
  moved: Sum;
  /** The largest of them; null: not active under these conventions. */
  largest: MovedAccountDto[];
};

const STATES = ["loyal", "passive", "latent", "leaving", "notKnown"] as const;
const SHOWN = 20;

function add(sum: Sum, revenueMinor: number): void {
  sum.accounts += 1;
  sum.revenueMinor += revenueMinor;
}

/** Every account placed again; nothing is stored. */
export function buildMapPreview(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  asOfDay: number,
  proposed: MapSettings,
): MapPreviewDto {
  const context = { ...facts.contexts.at(asOfDay), settings: toLoyaltySettings(proposed) };
  const assessed = assessAt(facts, asOfDay);
  const empty = () => ({ accounts: 0, revenueMinor: 0 });
  const states = STATES.map((state) => ({ state, now: empty(), under: empty() }));
  const sumOf = (state: LoyaltyState) => states[STATES.indexOf(state)];
  const moved: MovedAccountDto[] = [];
  const movedSum = empty();
  for (const unit of units) {
    const now = assessed.get(unit.id);
    if (!now) continue;
    const then = accountStanding(unit.history, asOfDay, context);
    const [from, to] = [now.standing?.state ?? null, then.standing?.state ?? null];
    const { runningMinor } = now.revenue;
    const nowSum = from === null ? undefined : sumOf(from);
    const thenSum = to === null ? undefined : sumOf(to);
    if (nowSum) add(nowSum.now, runningMinor);
    if (thenSum) add(thenSum.under, then.revenue.runningMinor);
    if (from === to) continue;
    add(movedSum, runningMinor);
    const account = { id: unit.id, name: unit.account.name };
    moved.push({ account, revenueMinor: runningMinor, from, to });
  }
  moved.sort((a, b) => b.revenueMinor - a.revenueMinor);
  return { states, moved: movedSum, largest: moved.slice(0, SHOWN) };
}
