import type { Tx } from "@/lib/db/with-workspace";
import { dateColumn } from "@/lib/format/calendar";

/** One answer to one question of an invitation that asked for drivers. */
export type DriverAnswer = {
  invitationId: string;
  accountId: string;
  question: string;
  value: number;
};

export type Window = { workspaceId: string; after: string; until: string };

/** Drivers and the score beside them; of several answers to a question the last counts. */
export function loadDriverAnswers(tx: Tx, window: Window): Promise<DriverAnswer[]> {
  const { workspaceId, after, until } = window;
  return tx.$queryRaw<DriverAnswer[]>`
    SELECT DISTINCT ON (r.invitation_id, r.question) r.invitation_id AS "invitationId",
      r.account_id AS "accountId", r.question, r.value_number AS value
    FROM response_event r
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.class = 'confirmed'
      AND r.answered_on > ${dateColumn(after)} AND r.answered_on <= ${dateColumn(until)}
      AND r.value_number IS NOT NULL AND r.account_id IS NOT NULL
      AND (r.question LIKE 'driver\\_%' OR r.question IN ('nps', 'csat') AND EXISTS (
        SELECT 1 FROM response_event d
        WHERE d.workspace_id = ${workspaceId}::uuid AND d.invitation_id = r.invitation_id
          AND d.question LIKE 'driver\\_%'))
    ORDER BY r.invitation_id, r.question, r.answered_at DESC, r.id DESC`;
}

export type StayAnswer = { contactId: string; accountId: string; code: string };

/** Why each person stays, by the latest answer of the window. */
export function loadStayReasons(tx: Tx, window: Window): Promise<StayAnswer[]> {
  const { workspaceId, after, until } = window;
  return tx.$queryRaw<StayAnswer[]>`
    SELECT DISTINCT ON (contact_id) contact_id AS "contactId", account_id AS "accountId",
      value_code AS code
    FROM response_event
    WHERE workspace_id = ${workspaceId}::uuid AND class = 'confirmed'
      AND question = 'reason_to_stay' AND value_code IS NOT NULL
      AND contact_id IS NOT NULL AND account_id IS NOT NULL
      AND answered_on > ${dateColumn(after)} AND answered_on <= ${dateColumn(until)}
    ORDER BY contact_id, answered_at DESC, id DESC`;
}

export type InterviewRow = {
  accountId: string;
  praised: string[];
  criticised: string[];
};

export function loadInterviews(tx: Tx, window: Window): Promise<InterviewRow[]> {
  const { workspaceId, after, until } = window;
  return tx.$queryRaw<InterviewRow[]>`
    SELECT account_id AS "accountId", praised_drivers AS praised,
      criticised_drivers AS criticised
    FROM touch
    WHERE workspace_id = ${workspaceId}::uuid
      AND cardinality(praised_drivers) + cardinality(criticised_drivers) > 0
      AND happened_on > ${dateColumn(after)} AND happened_on <= ${dateColumn(until)}`;
}

export type RivalRow = { accountId: string; rival: string; on: string; isLost: boolean };

/** Where a rival was named: at the table of a renewal, and when a customer left or shrank. */
export function loadRivals(tx: Tx, window: Window): Promise<RivalRow[]> {
  const { workspaceId, after, until } = window;
  const [from, to] = [dateColumn(after), dateColumn(until)];
  return tx.$queryRaw<RivalRow[]>`
    SELECT account_id AS "accountId", rival, happened_on::text AS "on",
      kind IN ('account_lost', 'contract_lost') AS "isLost"
    FROM churn_event
    WHERE workspace_id = ${workspaceId}::uuid AND rival IS NOT NULL AND kind <> 'won_back'
      AND happened_on > ${from} AND happened_on <= ${to}
    UNION ALL
    SELECT c.account_id, n.rival, n.opened_on::text, n.outcome = 'lost'
    FROM renewal_negotiation n
    JOIN contract c ON c.workspace_id = n.workspace_id AND c.id = n.contract_id
    WHERE n.workspace_id = ${workspaceId}::uuid AND c.workspace_id = ${workspaceId}::uuid
      AND n.rival IS NOT NULL AND n.opened_on > ${from} AND n.opened_on <= ${to}`;
}
