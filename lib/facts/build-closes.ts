import {
  type AccountStanding,
  accountActivity,
  accountStanding,
  contractValue,
  orderRhythm,
  type Person,
  shiftMonths,
} from "@/lib/metrics";
import type { TermRow } from "./account-rows";
import { closeOfMonth } from "./build-account-months";
import type { UnitHistory } from "./build-history";
import { roundHalfEven } from "./currency";
import { isContactAt, latestAnswer } from "./latest-answer";
import type { LoyaltyContexts } from "./loyalty-contexts";
import { type MonthColumn, STATE_CODES } from "./month-columns";

/** Closes at which it is kept where an account stood: four years of figures, each against the year before. */
export const CLOSES_KEPT = 61;

const SCALES = [5, 7, 4, 3] as const;
const TOP_BOXES = 2;
/** No revenue is below 0. */
export const UNKNOWN = -1;

export type Closes = {
  standings: ReadonlyMap<number, AccountStanding>;
  columns: { [Name in MonthColumn]?: Float64Array };
};

type Frame = {
  firstMonth: number;
  months: number;
  lastMonth: number;
  contexts: LoyaltyContexts;
  /** A ratio of two dates stands at the rate of the earlier one: that month's against the figures'. */
  restate: (month: number) => number;
};

function voteOf(score: number): number {
  return score >= 9 ? 1 : score <= 6 ? -1 : 0;
}

/** What the answers of the people present count for at a close, by question. */
function answersAt(
  people: readonly Person[],
  day: number,
  answerDays: number,
): { [Name in MonthColumn]?: number } {
  const present = people.filter((person) => isContactAt(person, day));
  const valuesOf = (question: Parameters<typeof latestAnswer>[1]) =>
    present.flatMap((person) => latestAnswer(person, question, day, answerDays)?.value ?? []);
  const scores = valuesOf("nps");
  const found: { [Name in MonthColumn]?: number } = {
    npsSum: scores.reduce((sum, score) => sum + voteOf(score), 0),
    npsCount: scores.length,
  };
  for (const scale of SCALES) {
    const steps = valuesOf(`satisfaction${scale}`);
    if (steps.length === 0) continue;
    found[`csat${scale}Top`] = steps.filter((step) => step > scale - TOP_BOXES).length;
    found[`csat${scale}Count`] = steps.length;
  }
  return found;
}

function contractsAt(history: UnitHistory, day: number): number {
  return history.contracts.reduce((sum, contract) => sum + contractValue(contract, day), 0);
}

/** Revenue at a close against that of the year before, as retention takes it: customers of then only. */
function revenueAt(
  history: UnitHistory,
  at: AccountStanding,
  wasActive: boolean,
  rate: number,
): { [Name in MonthColumn]?: number } {
  const { revenue, standing, activity, asOfDay } = at;
  const wasCustomer = revenue.isShortHistory || wasActive;
  const base = revenue.baseMinor;
  return {
    openingMinor: base === null ? UNKNOWN : wasCustomer ? Math.max(0, base) * rate : 0,
    closingMinor: standing ? Math.max(0, revenue.runningMinor) * rate : 0,
    contractOpeningMinor: contractsAt(history, shiftMonths(asOfDay, -12)) * rate,
    contractClosingMinor: activity.hasContract ? contractsAt(history, asOfDay) * rate : 0,
    runningMinor: standing ? roundHalfEven(revenue.runningMinor) : 0,
    // To seven digits: what is learned from all accounts together has no more.
    goneRatio: standing ? Math.fround(1 - Math.min(1, at.behaviour.kept.provenRatio ?? 1)) : 0,
    hasContract: activity.hasContract ? 1 : 0,
    state: standing ? STATE_CODES[standing.state] : 0,
  };
}

/** A customer or not, without what else there is to say about a close. */
function isActiveAtClose(history: UnitHistory, month: number, contexts: LoyaltyContexts): boolean {
  const day = closeOfMonth(month);
  const { settings } = contexts.at(day);
  const { orders, quietRanges } = history;
  const rhythm = orderRhythm(orders.orderDays, day, { ...settings, quietRanges });
  return accountActivity(history, day, rhythm).isActive;
}

function standingAt(history: UnitHistory, day: number, contexts: LoyaltyContexts): AccountStanding {
  return accountStanding(history, day, contexts.at(day));
}

/** Where one dot stood at the close of each of its last months. */
export function buildCloses(history: UnitHistory, frame: Frame): Closes {
  const { firstMonth, months, lastMonth, contexts } = frame;
  const standings = new Map<number, AccountStanding>();
  const columns: Closes["columns"] = {};
  const put = (index: number, values: { [Name in MonthColumn]?: number }) => {
    for (const [name, value] of Object.entries(values) as [MonthColumn, number][]) {
      if (value === 0) continue;
      columns[name] ??= new Float64Array(months);
      columns[name][index] = value;
    }
  };
  const from = Math.max(firstMonth, lastMonth - CLOSES_KEPT + 1);
  for (let month = from; month <= lastMonth; month += 1)
    standings.set(month, standingAt(history, closeOfMonth(month), contexts));
  const wasActive = (month: number) => {
    const at = standings.get(month);
    return at
      ? at.standing !== null
      : month >= firstMonth && isActiveAtClose(history, month, contexts);
  };
  for (let month = firstMonth; month < firstMonth + months; month += 1) {
    const index = month - firstMonth;
    const day = closeOfMonth(month);
    put(index, { recurringMinor: contractsAt(history, day) });
    const at = standings.get(month);
    if (!at || month <= lastMonth - CLOSES_KEPT) continue;
    put(index, revenueAt(history, at, wasActive(month - 12), frame.restate(month - 12)));
    if (at.standing !== null)
      put(index, answersAt(history.people, day, contexts.at(day).settings.answerDays));
  }
  return { standings, columns };
}

const YEAR_DAYS = 365;

/** How many product types were ordered within a year of each close, or under contract then. */
export function ownedTypesByMonth(
  typesOfMonths: ReadonlyMap<number, ReadonlySet<string>>,
  terms: readonly TermRow[],
  { firstMonth, months }: Pick<Frame, "firstMonth" | "months">,
): Float64Array {
  return Float64Array.from({ length: months }, (_, index) => {
    const month = firstMonth + index;
    const close = closeOfMonth(month);
    const owned = new Set<string>();
    for (let back = 0; back < 12; back += 1)
      for (const id of typesOfMonths.get(month - back) ?? []) owned.add(id);
    for (const { productTypeId, startDay, endedDay, endDay, autoRenews } of terms) {
      const end = endedDay ?? (autoRenews ? null : endDay);
      const isOwned = startDay <= close && (end === null || end > close - YEAR_DAYS);
      if (productTypeId !== null && isOwned) owned.add(productTypeId);
    }
    return owned.size;
  });
}
