import { choose, joined, perBlock, perBlockAssessed } from "@/lib/facts/per-block";
import { standAt } from "@/lib/facts/stand-at";
import type { Stood } from "@/lib/facts/stood";
import {
  assessAt,
  settingsAt,
  type UnitFacts,
  type WorkspaceFacts,
} from "@/lib/facts/workspace-facts";
import { dayNumber, isoOfDay, monthNumber } from "@/lib/format/calendar";
import {
  type AccountAssessment,
  firstDayOfMonth,
  type LoyaltySettings,
  shiftMonths,
} from "@/lib/metrics";
import { perSelection } from "./per-epoch";

/** One page's accounts, at its as-of day and at the day it compares with. */
export type Scene = {
  facts: WorkspaceFacts;
  asOfDay: number;
  compareDay: number;
  units: readonly UnitFacts[];
  /** Of `units`, in their order; accounts without a rate are not among them. */
  now: AccountAssessment[];
  active: AccountAssessment[];
  before: ReadonlyMap<string, Stood>;
  /** The map's conventions as of the day. */
  settings: LoyaltySettings;
  /** First day of other conventions between the two days: no movement is told across it. */
  cutsChangedOn: number | null;
};

export function monthsBefore(day: number, months: number): number {
  return shiftMonths(day, -months);
}

/** The assessments of a selection; accounts without a rate are not among them. */
export function assessedOf(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  day: number,
): AccountAssessment[] {
  const all = assessAt(facts, day);
  return perBlockAssessed(units, `assessed ${day}`, (block) =>
    block.flatMap(({ id }) => all.get(id) ?? []),
  );
}

/** Those of them that are customers. */
export function activeOf(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  day: number,
): AccountAssessment[] {
  return perBlockAssessed(units, `active ${day}`, (block) =>
    assessedOf(facts, block, day).filter(({ standing }) => standing !== null),
  );
}

/** Those that were customers on a day. @param stood where accounts stood on it */
export function customersOf(
  units: readonly UnitFacts[],
  day: number,
  stood: ReadonlyMap<string, Pick<Stood, "standing">>,
): UnitFacts[] {
  return choose(units, `active ${day}`, ({ id }) => Boolean(stood.get(id)?.standing));
}

/** The running revenue of each of those. */
export function runningOf(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  day: number,
): number[] {
  return joined(
    perBlock(units, `running revenue ${day}`, (block) =>
      activeOf(facts, block, day).map(({ revenue }) => revenue.runningMinor),
    ),
  );
}

export function buildScene(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  asOfDay: number,
  compareDay: number,
): Scene {
  return {
    facts,
    asOfDay,
    compareDay,
    units,
    now: assessedOf(facts, units, asOfDay),
    active: activeOf(facts, units, asOfDay),
    before: standAt(facts, compareDay),
    settings: settingsAt(facts, asOfDay),
    cutsChangedOn: facts.contexts.changeBetween(compareDay, asOfDay),
  };
}

/** Where the accounts stood on the day of the scene, or on an earlier one. */
export function stoodAt({ facts, asOfDay }: Scene, day: number): ReadonlyMap<string, Stood> {
  return day === asOfDay ? assessAt(facts, day) : standAt(facts, day);
}

/** The same scene for all who look at a selection of an epoch. */
export function sceneFor(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
  asOfDay: number,
  compareDay: number,
): Scene {
  return perSelection(units, `scene ${asOfDay} ${compareDay}`, () =>
    buildScene(facts, units, asOfDay, compareDay),
  );
}

// A comparison over less than half a quarter compares a day with its neighbour.
const MIN_COMPARE_DAYS = 45;

/** The close of the quarter that holds a month. */
function closeOfQuarter(month: number): string {
  return isoOfDay(firstDayOfMonth((Math.floor(month / 3) + 1) * 3) - 1);
}

/** Closes of quarters before a date, newest first, as far back as there are data. */
export function earlierQuarters(asOf: string, firstMonth: number, atMost = 12): string[] {
  const closes: string[] = [];
  for (let month = monthNumber(asOf) - 3; closes.length < atMost; month -= 3) {
    const close = closeOfQuarter(month);
    if (monthNumber(close) < firstMonth) break;
    closes.push(close);
  }
  return closes;
}

/** The day a page compares with, where its input names days that can be compared; for `withFacts`. */
export function comparedDay(asOf: string, compareTo: string | undefined): number[] {
  const day = compareTo ?? defaultCompare(asOf);
  return day < asOf ? [dayNumber(day)] : [];
}

/** The close of the quarter before, far enough back to be a comparison. */
export function defaultCompare(asOf: string): string {
  const [first = asOf, second = asOf] = earlierQuarters(asOf, 0, 2);
  return dayNumber(asOf) - dayNumber(first) >= MIN_COMPARE_DAYS ? first : second;
}

/** Closes of quarters before the scene's day at which a year of data lies behind, newest first. */
export function earlierDays({ facts, asOfDay }: Scene, atMost = 8): number[] {
  const first = (facts.firstMonth ?? Number.POSITIVE_INFINITY) + 12;
  return earlierQuarters(isoOfDay(asOfDay), first, atMost).map(dayNumber);
}
