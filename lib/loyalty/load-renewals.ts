import type { Tx } from "@/lib/db/with-workspace";
import type { ManagerCall } from "@/lib/metrics";
import type { NegotiationRow } from "./load-account-page";

export type CallRow = {
  contractId: string;
  call: ManagerCall;
  line: string;
  day: number;
  calledById: string;
};

export type RoundRow = NegotiationRow;

/** The latest call about each contract; a later one of the same day corrects the earlier. */
async function loadCalls(tx: Tx, workspaceId: string, contractIds: string[], asOf: string) {
  return tx.$queryRaw<CallRow[]>`
    SELECT DISTINCT ON (contract_id) contract_id AS "contractId",
      CASE call WHEN 'at_risk' THEN 'atRisk' ELSE call END AS call, line,
      called_on - DATE '1970-01-01' AS "day", called_by_id AS "calledById"
    FROM manager_call
    WHERE workspace_id = ${workspaceId}::uuid AND contract_id = ANY(${contractIds}::uuid[])
      AND called_on <= ${asOf}::date
    ORDER BY contract_id, called_on DESC, id DESC`;
}

async function loadRounds(tx: Tx, workspaceId: string, contractIds: string[], asOf: string) {
  return tx.$queryRaw<RoundRow[]>`
    SELECT id, contract_id AS "contractId", opened_on - DATE '1970-01-01' AS "openedDay",
      closed_on - DATE '1970-01-01' AS "closedDay", rounds,
      discount_asked_ratio AS "discountAsked", discount_granted_ratio AS "discountGranted",
      rival, outcome
    FROM renewal_negotiation
    WHERE workspace_id = ${workspaceId}::uuid AND contract_id = ANY(${contractIds}::uuid[])
      AND opened_on <= ${asOf}::date
    ORDER BY opened_on, id`;
}

export type RenewalDetails = {
  calls: ReadonlyMap<string, CallRow>;
  rounds: ReadonlyMap<string, RoundRow[]>;
};

/** Managers' calls and negotiations of contracts. */
export async function loadRenewals(
  tx: Tx,
  workspaceId: string,
  contractIds: string[],
  asOf: string,
): Promise<RenewalDetails> {
  const calls = await loadCalls(tx, workspaceId, contractIds, asOf);
  const rounds = new Map<string, RoundRow[]>();
  for (const row of await loadRounds(tx, workspaceId, contractIds, asOf))
    rounds.set(row.contractId, [...(rounds.get(row.contractId) ?? []), row]);
  return { calls: new Map(calls.map((row) => [row.contractId, row])), rounds };
}
