import type { Tx } from "@/lib/db/with-workspace";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import { contractValue, firstDayOfMonth, lastWholeMonth } from "@/lib/metrics";

type SpendRow = { accountId: string; typeId: string; currency: string; amountMinor: number };

/** Yearly spend per product type of every deciding account. */
export type TypeSpend = Map<string, Map<string, number>>;

function loadRows(tx: Tx, workspaceId: string, asOfDay: number): Promise<SpendRow[]> {
  const last = lastWholeMonth(asOfDay);
  const from = isoOfDay(firstDayOfMonth(last - 11));
  const until = isoOfDay(firstDayOfMonth(last + 1));
  return tx.$queryRaw<SpendRow[]>`
    SELECT p.account_id AS "accountId", p.product_type_id AS "typeId", p.currency,
      sum(p.amount_minor)::float8 AS "amountMinor"
    FROM purchase p
    JOIN product_type t ON t.workspace_id = p.workspace_id AND t.id = p.product_type_id
      AND t.workspace_id = ${workspaceId}::uuid AND t.billed_as <> 'contract'
    WHERE p.workspace_id = ${workspaceId}::uuid AND p.contract_id IS NULL
      AND p.ordered_on >= ${from}::date AND p.ordered_on < ${until}::date
    GROUP BY p.account_id, p.product_type_id, p.currency`;
}

/** What its contracts are worth a year, by product type. */
function addContracts(unit: UnitFacts, asOfDay: number, add: (id: string, minor: number) => void) {
  const typeOf = new Map(unit.terms.map((term) => [term.contractId, term.productTypeId]));
  for (const contract of unit.history.contracts) {
    const typeId = typeOf.get(contract.contractId);
    if (typeId) add(typeId, contractValue(contract, asOfDay));
  }
}

/** Orders of the last 12 whole months and running contracts, at the rates of the workspace's figures. */
export async function loadTypeSpend(
  tx: Tx,
  facts: WorkspaceFacts,
  asOfDay: number,
): Promise<TypeSpend> {
  const spend: TypeSpend = new Map(facts.units.map(({ id }) => [id, new Map<string, number>()]));
  const adder = (unitId: string | undefined) => (typeId: string, minor: number) => {
    const own = unitId === undefined ? undefined : spend.get(unitId);
    own?.set(typeId, (own.get(typeId) ?? 0) + minor);
  };
  for (const row of await loadRows(tx, facts.workspaceId, asOfDay)) {
    const factor = facts.rates.factor(row.currency, facts.rateMonth);
    if (factor === null) continue;
    adder(facts.unitOfAccount.get(row.accountId))(row.typeId, row.amountMinor * factor);
  }
  for (const unit of facts.units) addContracts(unit, asOfDay, adder(unit.id));
  return spend;
}
