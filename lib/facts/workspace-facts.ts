import { type AccountAssessment, assessAccount, type LoyaltyContext } from "@/lib/metrics";
import type { AccountRow, TermRow } from "./account-rows";
import type { UnitHistory } from "./build-history";
import type { Rates } from "./currency";
import type { HistoryHead } from "./history-bytes";
import type { MonthSeries } from "./month-columns";

export type EmployeeRow = { id: string; name: string; hasLeft: boolean };
export type ProductTypeRow = { id: string; name: string; billedAs: "contract" | "order" };

/** One dot of the map: the account that decides, with the sites pooled into it. */
export type UnitFacts = {
  readonly id: string;
  readonly account: AccountRow;
  readonly members: readonly AccountRow[];
  readonly head: HistoryHead;
  readonly history: UnitHistory;
  readonly terms: readonly TermRow[];
  /** Months of the deciding account and its sites together. */
  readonly series: MonthSeries;
  /** Product types ordered or under contract, with the last day of either. */
  readonly productTypes: ReadonlyMap<string, number>;
  /** Amounts of the account stand in a currency without a rate: its revenue is not known. */
  readonly currenciesWithoutRate: readonly string[];
};

/** Everything a workspace's figures are computed from, at one epoch; of it only names are read anew. */
export type WorkspaceFacts = {
  workspaceId: string;
  epoch: number;
  refreshedAt: string;
  rates: Rates;
  /** The month at whose rates every amount stands. */
  rateMonth: number;
  context: LoyaltyContext;
  units: UnitFacts[];
  unitById: Map<string, UnitFacts>;
  /** Deciding account of every account. */
  unitOfAccount: Map<string, string>;
  accounts: ReadonlyMap<string, AccountRow>;
  employees: Map<string, EmployeeRow>;
  productTypes: Map<string, ProductTypeRow>;
  ordersToDay: number | null;
  answersToDay: number | null;
  /** Month of the first contract or order. */
  firstMonth: number | null;
  /** About how much memory it holds. */
  bytes: number;
  assessed: Map<number, Map<string, AccountAssessment>>;
};

const DAYS_KEPT = 12;

type Kept = { context: LoyaltyContext; days: Map<number, AccountAssessment> };

// An account that did not change keeps its assessments when the epoch rises: they hang on its unit.
const ofUnit = new WeakMap<UnitFacts, Kept>();

function remember<Value>(kept: Map<number, Value>, day: number, value: Value): Value {
  const oldest = kept.keys().next().value;
  if (kept.size >= DAYS_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(day, value);
  return value;
}

function keptOf(unit: UnitFacts, context: LoyaltyContext): Kept {
  const known = ofUnit.get(unit);
  if (known?.context === context) return known;
  const kept = { context, days: new Map<number, AccountAssessment>() };
  ofUnit.set(unit, kept);
  return kept;
}

function assessUnit(unit: UnitFacts, day: number, context: LoyaltyContext): AccountAssessment {
  const { days } = keptOf(unit, context);
  return days.get(day) ?? remember(days, day, assessAccount(unit.history, day, context));
}

/** Every dot's assessment at the close of a day, computed once; accounts without a rate have none. */
export function assessAt(facts: WorkspaceFacts, asOfDay: number): Map<string, AccountAssessment> {
  const known = facts.assessed.get(asOfDay);
  if (known) return known;
  const assessments = new Map<string, AccountAssessment>();
  for (const unit of facts.units)
    if (!unit.head.hasUnknownRate)
      assessments.set(unit.id, assessUnit(unit, asOfDay, facts.context));
  return remember(facts.assessed, asOfDay, assessments);
}
