import { type AccountAssessment, assessAccount, type LoyaltyContext } from "@/lib/metrics";
import type { OrderMonth } from "./account-columns";
import type { AccountRow, TermRow } from "./account-rows";
import type { UnitHistory } from "./build-history";
import type { Rates } from "./currency";

export type EmployeeRow = { id: string; name: string; hasLeft: boolean };
export type ProductTypeRow = { id: string; name: string; billedAs: "contract" | "order" };

/** One dot of the map: the account that decides, with the sites pooled into it. */
export type UnitFacts = {
  id: string;
  /** Fingerprint of everything the unit was built from. */
  signature: string;
  account: AccountRow;
  members: AccountRow[];
  history: UnitHistory;
  terms: TermRow[];
  /** Months with orders, of the deciding account and of each site. */
  months: OrderMonth[];
  /** Product types ordered or under contract, with the last day of either. */
  productTypes: Map<string, number>;
  /** Amounts of the account stand in a currency without a rate: its revenue is not known. */
  currenciesWithoutRate: string[];
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
  accounts: Map<string, AccountRow>;
  employees: Map<string, EmployeeRow>;
  productTypes: Map<string, ProductTypeRow>;
  ordersToDay: number | null;
  answersToDay: number | null;
  assessed: Map<number, Map<string, AccountAssessment>>;
};

const DAYS_KEPT = 12;

// An account that did not change keeps its assessments when the epoch rises: they hang on its unit.
const ofUnit = new WeakMap<UnitFacts, Map<number, AccountAssessment>>();

function remember<Value>(kept: Map<number, Value>, day: number, value: Value): Value {
  const oldest = kept.keys().next().value;
  if (kept.size >= DAYS_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(day, value);
  return value;
}

function assessUnit(unit: UnitFacts, day: number, context: LoyaltyContext): AccountAssessment {
  const kept = ofUnit.get(unit) ?? new Map<number, AccountAssessment>();
  ofUnit.set(unit, kept);
  return kept.get(day) ?? remember(kept, day, assessAccount(unit.history, day, context));
}

/** Every dot's assessment at the close of a day, computed once; accounts without a rate have none. */
export function assessAt(facts: WorkspaceFacts, asOfDay: number): Map<string, AccountAssessment> {
  const known = facts.assessed.get(asOfDay);
  if (known) return known;
  const assessments = new Map(
    facts.units
      .filter((unit) => unit.currenciesWithoutRate.length === 0)
      .map((unit) => [unit.id, assessUnit(unit, asOfDay, facts.context)]),
  );
  return remember(facts.assessed, asOfDay, assessments);
}
