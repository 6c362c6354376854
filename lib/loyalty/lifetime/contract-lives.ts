import { perBlock } from "@/lib/facts/per-block";
import { assessAt, type UnitFacts, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { type RenewalSeen, shareOf, shiftMonths } from "@/lib/metrics";
import { perUnit, rowsOf } from "../per-epoch";

const YEAR_DAYS = 365.2425;

/** From the first contract to the day the last one was over; null while one runs. */
export type ContractLife = {
  unitId: string;
  startDay: number;
  lostDay: number | null;
  /** Whole years that it had behind it. */
  renewals: number;
  /** 0 to 1: how long until the customer's next year begins. */
  yearsToRenewal: number;
};

export type ContractLives = {
  lives: readonly ContractLife[];
  /** First recorded loss: of customers older than it only those still there then are known. */
  seenFromDay: number | null;
  /** Per yearly renewal how many stayed and how many left, the first one first. */
  renewals: RenewalSeen[];
};

function lostDayOf({ history }: UnitFacts, asOfDay: number): number {
  const ends = history.contracts.map(({ endDay }) => endDay ?? Number.POSITIVE_INFINITY);
  const { churn } = history;
  const isChurned = churn !== null && churn.recordedDay <= asOfDay;
  return Math.min(asOfDay, Math.max(...ends), isChurned ? churn.effectiveDay : asOfDay);
}

function renewalsBy(startDay: number, day: number): number {
  let renewals = 0;
  while (shiftMonths(startDay, 12 * (renewals + 1)) <= day) renewals += 1;
  return renewals;
}

function lifeOf(facts: WorkspaceFacts, unit: UnitFacts, asOfDay: number): ContractLife | null {
  const activity = assessAt(facts, asOfDay).get(unit.id)?.activity;
  const starts = unit.history.contracts.flatMap(({ startDay }) =>
    startDay <= asOfDay ? [startDay] : [],
  );
  if (activity === undefined || starts.length === 0) return null;
  const startDay = Math.min(...starts);
  const lostDay = activity.hasContract ? null : Math.max(startDay, lostDayOf(unit, asOfDay));
  const renewals = renewalsBy(startDay, asOfDay);
  const next = shiftMonths(startDay, 12 * (renewals + 1));
  const yearsToRenewal = Math.min(1, shareOf(next - asOfDay, YEAR_DAYS) ?? 1);
  return { unitId: unit.id, startDay, lostDay, renewals, yearsToRenewal };
}

type Renewals = { kept: number; lost: number }[];

function countRenewals(lives: readonly ContractLife[], seenFrom: number, asOfDay: number) {
  const seen: Renewals = [];
  for (const { startDay, lostDay } of lives)
    for (let k = 1; ; k += 1) {
      const day = shiftMonths(startDay, 12 * k);
      if (day > asOfDay) break;
      while (seen.length < k) seen.push({ kept: 0, lost: 0 });
      const isKept = lostDay === null || lostDay > day;
      const row = seen[k - 1];
      if (row && day >= seenFrom) row[isKept ? "kept" : "lost"] += 1;
      if (!isKept) break;
    }
  return seen;
}

function added(parts: readonly Renewals[]): Renewals {
  const seen: Renewals = [];
  for (const part of parts)
    part.forEach(({ kept, lost }, k) => {
      const row = seen[k] ?? { kept: 0, lost: 0 };
      seen[k] = { kept: row.kept + kept, lost: row.lost + lost };
    });
  return seen;
}

/** What the workspace's contract customers teach about renewing, as known on a day. */
export function contractLives(facts: WorkspaceFacts, asOfDay: number): ContractLives {
  const key = `contract life ${asOfDay}`;
  const own = perUnit(facts, key, (unit) => lifeOf(facts, unit, asOfDay));
  const lives = rowsOf(facts.units, key, own);
  let seenFromDay: number | null = null;
  for (const { lostDay } of lives)
    if (lostDay !== null) seenFromDay = Math.min(seenFromDay ?? lostDay, lostDay);
  const seenFrom = seenFromDay ?? Number.NEGATIVE_INFINITY;
  const parts = perBlock(facts.units, `renewals ${asOfDay} ${seenFrom}`, (block) =>
    countRenewals(rowsOf(block, key, own), seenFrom, asOfDay),
  );
  return { lives, seenFromDay, renewals: added(parts) };
}
