import { assessAt, type UnitFacts, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { type RenewalSeen, shareOf, shiftMonths } from "@/lib/metrics";

const YEAR_DAYS = 365.2425;

/** From the first contract to the day the last one was over; null while one runs. */
export type ContractLife = { unitId: string; startDay: number; lostDay: number | null };

export type ContractLives = {
  lives: ContractLife[];
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

function lifeOf(facts: WorkspaceFacts, unit: UnitFacts, asOfDay: number): ContractLife[] {
  const activity = assessAt(facts, asOfDay).get(unit.id)?.activity;
  const starts = unit.history.contracts.flatMap(({ startDay }) =>
    startDay <= asOfDay ? [startDay] : [],
  );
  if (activity === undefined || starts.length === 0) return [];
  const startDay = Math.min(...starts);
  const lostDay = activity.hasContract ? null : Math.max(startDay, lostDayOf(unit, asOfDay));
  return [{ unitId: unit.id, startDay, lostDay }];
}

/** Whole years that a life had behind it on a day. */
export function renewalsBy({ startDay }: ContractLife, day: number): number {
  let renewals = 0;
  while (shiftMonths(startDay, 12 * (renewals + 1)) <= day) renewals += 1;
  return renewals;
}

/** 0 to 1: how long until the customer's next year begins. */
export function yearsToRenewal(life: ContractLife, day: number): number {
  const next = shiftMonths(life.startDay, 12 * (renewalsBy(life, day) + 1));
  return Math.min(1, shareOf(next - day, YEAR_DAYS) ?? 1);
}

function countRenewals(lives: readonly ContractLife[], seenFrom: number, asOfDay: number) {
  const seen: { kept: number; lost: number }[] = [];
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

/** What the workspace's contract customers teach about renewing, as known on a day. */
export function contractLives(facts: WorkspaceFacts, asOfDay: number): ContractLives {
  const lives = facts.units.flatMap((unit) => lifeOf(facts, unit, asOfDay));
  const lost = lives.flatMap(({ lostDay }) => lostDay ?? []);
  const seenFromDay = lost.length === 0 ? null : lost.reduce((a, b) => Math.min(a, b));
  return {
    lives,
    seenFromDay,
    renewals: countRenewals(lives, seenFromDay ?? Number.NEGATIVE_INFINITY, asOfDay),
  };
}
