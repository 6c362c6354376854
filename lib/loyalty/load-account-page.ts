import type { NameParts } from "@/lib/accounts/person-name";
import type { Tx } from "@/lib/db/with-workspace";
import type { Role } from "@/lib/metrics";

export type PersonRow = NameParts & {
  id: string;
  accountId: string;
  title: string | null;
  language: string | null;
  role: Role | null;
  worksWithId: string | null;
  leftDay: number | null;
  lastComment: string | null;
};

export type NegotiationRow = {
  id: string;
  contractId: string;
  openedDay: number;
  closedDay: number | null;
  rounds: number | null;
  discountAsked: number | null;
  discountGranted: number | null;
  rival: string | null;
  outcome: "open" | "won" | "lost";
};

export type StateRow = {
  month: number;
  behaviour: number | null;
  attitude: number | null;
  state: string | null;
};

export type AccountPageRows = {
  people: PersonRow[];
  negotiations: NegotiationRow[];
  states: StateRow[];
};

const HISTORY_MONTHS = 36;

function loadPeople(tx: Tx, workspaceId: string, accountIds: readonly string[]) {
  return tx.$queryRaw<PersonRow[]>`
    SELECT c.id, c.account_id AS "accountId", c.first_name AS "firstName",
      c.last_name AS "lastName", c.email, c.title, c.language,
      CASE c.role WHEN 'decision_maker' THEN 'decisionMaker' ELSE c.role END AS role,
      c.works_with_id AS "worksWithId", c.left_on - DATE '1970-01-01' AS "leftDay",
      (SELECT r.comment FROM response_event r
        WHERE r.workspace_id = ${workspaceId}::uuid AND r.contact_id = c.id
          AND r.class = 'confirmed' AND r.comment IS NOT NULL
        ORDER BY r.answered_at DESC LIMIT 1) AS "lastComment"
    FROM contact c
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.account_id = ANY(${accountIds}::uuid[])
      AND c.archived_at IS NULL
    ORDER BY c.last_name, c.first_name, c.id`;
}

function loadNegotiations(tx: Tx, workspaceId: string, accountIds: readonly string[]) {
  return tx.$queryRaw<NegotiationRow[]>`
    SELECT n.id, n.contract_id AS "contractId", n.opened_on - DATE '1970-01-01' AS "openedDay",
      n.closed_on - DATE '1970-01-01' AS "closedDay", n.rounds,
      n.discount_asked_ratio AS "discountAsked", n.discount_granted_ratio AS "discountGranted",
      n.rival, n.outcome
    FROM renewal_negotiation n
    JOIN contract c ON c.workspace_id = n.workspace_id AND c.id = n.contract_id
    WHERE n.workspace_id = ${workspaceId}::uuid AND c.workspace_id = ${workspaceId}::uuid
      AND c.account_id = ANY(${accountIds}::uuid[])
    ORDER BY n.opened_on, n.id`;
}

function loadStates(tx: Tx, workspaceId: string, accountId: string, lastMonth: number) {
  return tx.$queryRaw<StateRow[]>`
    SELECT month, behaviour, attitude, state FROM account_month
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ${accountId}::uuid
      AND month > ${lastMonth - HISTORY_MONTHS} AND month <= ${lastMonth}
    ORDER BY month`;
}

/** What only an account's own page shows. @param accountIds the account with its sites */
export async function loadAccountPage(
  tx: Tx,
  workspaceId: string,
  unitId: string,
  accountIds: readonly string[],
  lastMonth: number,
): Promise<AccountPageRows> {
  return {
    people: await loadPeople(tx, workspaceId, accountIds),
    negotiations: await loadNegotiations(tx, workspaceId, accountIds),
    states: await loadStates(tx, workspaceId, unitId, lastMonth),
  };
}
