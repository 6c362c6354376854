import {
  type AccountAssessment,
  assessAccount,
  type LoyaltyContext,
  type LoyaltySettings,
} from "@/lib/metrics";
import type { AccountRow, TermRow } from "./account-rows";
import type { UnitHistory } from "./build-history";
import type { Rates } from "./currency";
import type { HistoryHead } from "./history-bytes";
import { inTurns } from "./in-turns";
import type { LoyaltyContexts } from "./loyalty-contexts";
import type { MonthSeries } from "./month-columns";
import type { OrderLines } from "./order-lines";
import type { StoodByDay } from "./stood";
import type { TypeSpan } from "./type-spans";

export type EmployeeRow = { id: string; name: string; hasLeft: boolean };
export type ProductTypeRow = { id: string; name: string; billedAs: "contract" | "order" };

export type Assessments = Map<number, { context: LoyaltyContext; assessment: AccountAssessment }>;

/** One dot of the map: the account that decides, with the sites pooled into it. */
export type UnitFacts = {
  readonly id: string;
  readonly account: AccountRow;
  readonly members: readonly AccountRow[];
  readonly head: HistoryHead;
  readonly history: UnitHistory;
  readonly terms: readonly TermRow[];
  /** Of each of its accounts in each currency it ordered in. */
  readonly orderLines: readonly OrderLines[];
  /** Months of the deciding account and its sites together. */
  readonly series: MonthSeries;
  /** When each product type was ordered or under contract, in order. */
  readonly productTypes: ReadonlyMap<string, readonly TypeSpan[]>;
  /** Amounts of the account stand in a currency without a rate: its revenue is not known. */
  readonly currenciesWithoutRate: readonly string[];
  /** By day; an account that did not change keeps them when the epoch rises. */
  readonly assessments: Assessments;
  readonly stood: StoodByDay;
};

/** Everything a workspace's figures are computed from, at one epoch; of it only names are read anew. */
export type WorkspaceFacts = {
  workspaceId: string;
  epoch: number;
  refreshedAt: string;
  rates: Rates;
  /** The month at whose rates every amount stands. */
  rateMonth: number;
  /** The same object as at the epoch before where neither a convention nor the month of the rates changed. */
  contexts: LoyaltyContexts;
  /** What is made of each account by itself hangs on it; another one where the conventions or many accounts changed. */
  each: object;
  units: UnitFacts[];
  unitById: Map<string, UnitFacts>;
  /** Deciding account of every account. */
  unitOfAccount: Map<string, string>;
  accounts: ReadonlyMap<string, AccountRow>;
  employees: ReadonlyMap<string, EmployeeRow>;
  /** Grows when a colleague joins, leaves or is renamed: no event of an account, and no epoch. */
  employeesVersion: number;
  productTypes: Map<string, ProductTypeRow>;
  ordersToDay: number | null;
  answersToDay: number | null;
  /** Month of the first contract or order. */
  firstMonth: number | null;
  /** About how much memory it holds. */
  bytes: number;
  assessed: Map<number, Map<string, AccountAssessment>>;
};

/** The map's conventions as they held at the close of a day. */
export function settingsAt({ contexts }: WorkspaceFacts, day: number): LoyaltySettings {
  return contexts.at(day).settings;
}

const DAYS_KEPT = 12;

function remember<Value>(kept: Map<number, Value>, day: number, value: Value, days: number): Value {
  const oldest = kept.keys().next().value;
  if (kept.size >= days && oldest !== undefined) kept.delete(oldest);
  kept.set(day, value);
  return value;
}

function assessUnit(
  unit: UnitFacts,
  day: number,
  context: LoyaltyContext,
  most: number,
): AccountAssessment {
  const known = unit.assessments.get(day);
  if (known?.context === context) return known.assessment;
  const assessment = assessAccount(unit.history, day, context);
  return remember(unit.assessments, day, { context, assessment }, most).assessment;
}

// A whole assessment of an account takes three kilobytes.
const ASSESSMENTS_KEPT = 300_000;

/** Days of which all assessments are kept: two of a hundred thousand accounts, twelve of a few thousand. */
function daysKept(facts: WorkspaceFacts): number {
  const fit = Math.floor(ASSESSMENTS_KEPT / Math.max(1, facts.units.length));
  return Math.max(2, Math.min(DAYS_KEPT, fit));
}

/** So many accounts that what is worked out of each has to give way to others meanwhile. */
export function hasMany({ units }: WorkspaceFacts): boolean {
  return units.length >= 500;
}

/** Lets others have a turn while every dot is assessed; `assessAt` finds it done. */
export async function assessInTurns(facts: WorkspaceFacts, asOfDay: number): Promise<void> {
  if (facts.assessed.has(asOfDay)) return;
  const days = daysKept(facts);
  await inTurns(facts.units, (unit) => {
    if (!unit.head.hasUnknownRate) assessUnit(unit, asOfDay, facts.contexts.at(asOfDay), days);
  });
  assessAt(facts, asOfDay);
}

/** Every dot's assessment at the close of a day, computed once; accounts without a rate have none. */
export function assessAt(facts: WorkspaceFacts, asOfDay: number): Map<string, AccountAssessment> {
  const known = facts.assessed.get(asOfDay);
  if (known) return known;
  const days = daysKept(facts);
  const assessments = new Map<string, AccountAssessment>();
  for (const unit of facts.units)
    if (!unit.head.hasUnknownRate)
      assessments.set(unit.id, assessUnit(unit, asOfDay, facts.contexts.at(asOfDay), days));
  return remember(facts.assessed, asOfDay, assessments, days);
}
