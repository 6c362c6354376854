import {
  type AccountStanding,
  accountActivity,
  accountStanding,
  monthOfDay,
  orderRhythm,
} from "@/lib/metrics";
import { closeOfMonth } from "./build-account-months";
import { CLOSES_KEPT } from "./build-closes";
import { inTurns } from "./in-turns";
import { sharedByBundles } from "./once";
import type { Stood } from "./stood";
import { settingsAt, type UnitFacts, type WorkspaceFacts } from "./workspace-facts";

const DAYS_KEPT = 8;
const ofFacts = sharedByBundles(
  "stood",
  () => new WeakMap<WorkspaceFacts, Map<number, ReadonlyMap<string, Stood>>>(),
);

function put<Value>(kept: Map<number, Value>, day: number, value: Value): Value {
  const oldest = kept.keys().next().value;
  if (kept.size >= DAYS_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(day, value);
  return value;
}

function slim(at: AccountStanding): Stood {
  const { runningMinor, baseMinor, isShortHistory } = at.revenue;
  return {
    accountId: at.accountId,
    asOfDay: at.asOfDay,
    standing: at.standing,
    behaviour: { score: at.behaviour.score },
    attitude: { score: at.attitude.score },
    activity: { hasContract: at.activity.hasContract },
    revenue: { runningMinor, baseMinor, isShortHistory },
  };
}

function unitStood(facts: WorkspaceFacts, unit: UnitFacts, day: number): Stood {
  const context = facts.contexts.at(day);
  const known = unit.stood.get(day);
  if (known?.context === context) return known.stood;
  const stood = slim(accountStanding(unit.history, day, context));
  return put(unit.stood, day, { context, stood }).stood;
}

/** Every dot at the close of an earlier day; accounts without a rate are left out. */
export function standAt(facts: WorkspaceFacts, day: number): ReadonlyMap<string, Stood> {
  const days = ofFacts.get(facts) ?? new Map<number, ReadonlyMap<string, Stood>>();
  ofFacts.set(facts, days);
  const known = days.get(day);
  if (known) return known;
  const stood = new Map<string, Stood>();
  for (const unit of facts.units)
    if (!unit.head.hasUnknownRate) stood.set(unit.id, unitStood(facts, unit, day));
  return put(days, day, stood);
}

/** The same for some of them, on a day that only one reader asks about. */
export function standOf(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  day: number,
): ReadonlyMap<string, Stood> {
  const known = units.filter(({ head }) => !head.hasUnknownRate);
  return new Map(known.map((unit) => [unit.id, unitStood(facts, unit, day)]));
}

/** Lets others have a turn while it is found out where every dot stood; `standAt` finds it done. */
export async function standInTurns(facts: WorkspaceFacts, day: number): Promise<void> {
  if (ofFacts.get(facts)?.has(day)) return;
  await inTurns(facts.units, (unit) => {
    if (!unit.head.hasUnknownRate) unitStood(facts, unit, day);
  });
  standAt(facts, day);
}

/** The stored close of a day, where it is the last of a month that is kept; -1 where it is not. */
function closeIndex(facts: WorkspaceFacts, unit: UnitFacts, day: number): number {
  const month = monthOfDay(day);
  const isKept = month <= facts.rateMonth && month > facts.rateMonth - CLOSES_KEPT;
  if (!isKept || closeOfMonth(month) !== day) return -1;
  const { series } = unit;
  const index = month - series.firstMonth;
  return index >= 0 && index < series.months ? index : -1;
}

/** Was it a customer at the close of a day? Read where it is stored, else computed from the orders alone. */
export function wasActiveAt(facts: WorkspaceFacts, unit: UnitFacts, day: number): boolean {
  if (unit.head.hasUnknownRate) return false;
  const index = closeIndex(facts, unit, day);
  if (index >= 0) return unit.series.column("state")[index] !== 0;
  const { history } = unit;
  const { quietRanges, orders } = history;
  const rhythm = orderRhythm(orders.orderDays, day, { ...settingsAt(facts, day), quietRanges });
  return accountActivity(history, day, rhythm).isActive;
}
