import type { ManagerCall, Role } from "@/lib/metrics";
import type { EventRow } from "./account-rows";
import type { Scope } from "./scope";

type TouchRow = {
  accountId: string;
  day: number;
  isTwoWay: boolean;
  dueDay: number | null;
  role: Role | null;
};

async function loadTouches({ tx, workspaceId, accountIds }: Scope): Promise<EventRow[]> {
  const rows = await tx.$queryRaw<TouchRow[]>`
    SELECT t.account_id AS "accountId", t.happened_on - DATE '1970-01-01' AS "day",
      t.is_two_way AS "isTwoWay", t.next_step_on - DATE '1970-01-01' AS "dueDay",
      CASE c.role WHEN 'decision_maker' THEN 'decisionMaker' ELSE c.role END AS role
    FROM touch t
    LEFT JOIN contact c ON c.workspace_id = t.workspace_id AND c.id = t.contact_id
    WHERE t.workspace_id = ${workspaceId}::uuid AND (t.is_two_way OR t.next_step_on IS NOT NULL)
      AND (${accountIds}::uuid[] IS NULL OR t.account_id = ANY(${accountIds}::uuid[]))
    ORDER BY t.happened_on, t.id`;
  return rows.flatMap(({ accountId, day, isTwoWay, dueDay, role }) => {
    const events: EventRow[] = [];
    if (isTwoWay) events.push({ accountId, kind: "contact", day, hintsNotice: false, role });
    if (dueDay !== null) events.push({ accountId, kind: "nextStep", day, dueDay });
    return events;
  });
}

type ComplaintRow = { accountId: string; day: number; closedDay: number | null };

async function loadComplaints({ tx, workspaceId, accountIds }: Scope): Promise<EventRow[]> {
  const rows = await tx.$queryRaw<ComplaintRow[]>`
    SELECT account_id AS "accountId", opened_on - DATE '1970-01-01' AS "day",
      solved_on - DATE '1970-01-01' AS "closedDay"
    FROM complaint
    WHERE workspace_id = ${workspaceId}::uuid
      AND (${accountIds}::uuid[] IS NULL OR account_id = ANY(${accountIds}::uuid[]))
    ORDER BY opened_on, id`;
  return rows.map((row) => ({ ...row, kind: "complaint" }));
}

type DuedRow = { accountId: string; day: number; dueDay: number; closedDay: number | null };

async function loadPromises({ tx, workspaceId, accountIds }: Scope): Promise<EventRow[]> {
  const rows = await tx.$queryRaw<DuedRow[]>`
    SELECT account_id AS "accountId", made_on - DATE '1970-01-01' AS "day",
      due_on - DATE '1970-01-01' AS "dueDay",
      coalesce(kept_on, broken_on) - DATE '1970-01-01' AS "closedDay"
    FROM promise
    WHERE workspace_id = ${workspaceId}::uuid
      AND (${accountIds}::uuid[] IS NULL OR account_id = ANY(${accountIds}::uuid[]))
    ORDER BY made_on, id`;
  return rows.map((row) => ({ ...row, kind: "promise" }));
}

async function loadCases(scope: Scope): Promise<EventRow[]> {
  const { tx, workspaceId, timeZone, accountIds } = scope;
  const rows = await tx.$queryRaw<DuedRow[]>`
    SELECT account_id AS "accountId",
      (opened_at AT TIME ZONE ${timeZone})::date - DATE '1970-01-01' AS "day",
      due_on - DATE '1970-01-01' AS "dueDay",
      (closed_at AT TIME ZONE ${timeZone})::date - DATE '1970-01-01' AS "closedDay"
    FROM case_file
    WHERE workspace_id = ${workspaceId}::uuid
      AND (${accountIds}::uuid[] IS NULL OR account_id = ANY(${accountIds}::uuid[]))
    ORDER BY opened_at, id`;
  return rows.map((row) => ({ ...row, kind: "case" }));
}

type NegotiationRow = {
  accountId: string;
  day: number;
  closedDay: number | null;
  isSigned: boolean;
  discountAsked: number | null;
  rounds: number | null;
  hasRival: boolean;
};

async function loadNegotiations({ tx, workspaceId, accountIds }: Scope): Promise<EventRow[]> {
  const rows = await tx.$queryRaw<NegotiationRow[]>`
    SELECT c.account_id AS "accountId", n.opened_on - DATE '1970-01-01' AS "day",
      n.closed_on - DATE '1970-01-01' AS "closedDay", n.outcome = 'won' AS "isSigned",
      n.discount_asked_ratio AS "discountAsked", n.rounds, n.rival IS NOT NULL AS "hasRival"
    FROM renewal_negotiation n
    JOIN contract c ON c.workspace_id = n.workspace_id AND c.id = n.contract_id
    WHERE n.workspace_id = ${workspaceId}::uuid AND c.workspace_id = ${workspaceId}::uuid
      AND (${accountIds}::uuid[] IS NULL OR c.account_id = ANY(${accountIds}::uuid[]))
    ORDER BY n.opened_on, n.id`;
  return rows.flatMap(({ hasRival, ...row }) => {
    const events: EventRow[] = [{ ...row, kind: "negotiation" }];
    const { accountId, day } = row;
    if (hasRival) events.push({ accountId, kind: "rivalNamed", day });
    return events;
  });
}

type CallRow = { accountId: string; day: number; call: ManagerCall };

/** A later call of the same day about the same contract corrects the earlier one. */
async function loadManagerCalls({ tx, workspaceId, accountIds }: Scope): Promise<EventRow[]> {
  const rows = await tx.$queryRaw<CallRow[]>`
    SELECT DISTINCT ON (m.called_on, m.contract_id) c.account_id AS "accountId",
      m.called_on - DATE '1970-01-01' AS "day",
      CASE m.call WHEN 'at_risk' THEN 'atRisk' ELSE m.call END AS call
    FROM manager_call m
    JOIN contract c ON c.workspace_id = m.workspace_id AND c.id = m.contract_id
    WHERE m.workspace_id = ${workspaceId}::uuid AND c.workspace_id = ${workspaceId}::uuid
      AND (${accountIds}::uuid[] IS NULL OR c.account_id = ANY(${accountIds}::uuid[]))
    ORDER BY m.called_on, m.contract_id, m.id DESC`;
  return rows.map((row) => ({ ...row, kind: "managerCall" }));
}

type CommentRow = { accountId: string; day: number };

async function loadComments({ tx, workspaceId, accountIds }: Scope): Promise<EventRow[]> {
  const rows = await tx.$queryRaw<CommentRow[]>`
    SELECT r.id, c.account_id AS "accountId", r.answered_on - DATE '1970-01-01' AS "day"
    FROM response_event r
    JOIN contact c ON c.workspace_id = r.workspace_id AND c.id = r.contact_id
    WHERE r.workspace_id = ${workspaceId}::uuid AND c.workspace_id = ${workspaceId}::uuid
      AND r.class = 'confirmed' AND r.comment IS NOT NULL
      AND (${accountIds}::uuid[] IS NULL OR c.account_id = ANY(${accountIds}::uuid[]))
    UNION ALL
    SELECT r.id, r.account_id, r.answered_on - DATE '1970-01-01'
    FROM response_event r
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.contact_id IS NULL
      AND r.account_id IS NOT NULL AND r.class = 'confirmed' AND r.comment IS NOT NULL
      AND (${accountIds}::uuid[] IS NULL OR r.account_id = ANY(${accountIds}::uuid[]))
    ORDER BY "day", id`;
  return rows.map(({ accountId, day }) => ({ accountId, day, kind: "comment" }));
}

/** Logged contacts, complaints, promises, cases, negotiations, managers' calls and comments. */
export async function loadEvents(scope: Scope): Promise<EventRow[]> {
  return [
    ...(await loadTouches(scope)),
    ...(await loadComplaints(scope)),
    ...(await loadPromises(scope)),
    ...(await loadCases(scope)),
    ...(await loadNegotiations(scope)),
    ...(await loadManagerCalls(scope)),
    ...(await loadComments(scope)),
  ];
}
