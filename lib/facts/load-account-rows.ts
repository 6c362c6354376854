import type { Reader } from "@/lib/db/with-workspace-sql";
import type {
  AccountRow,
  AccountRows,
  ChurnRow,
  ContactRow,
  InvitationRow,
  TermRow,
  WalletEstimateRow,
} from "./account-rows";
import { loadAnswers } from "./load-answers";
import { loadEvents } from "./load-events";
import { loadUnnamedPeople } from "./load-unnamed-people";
import type { Scope } from "./scope";

/** Accounts that are not archived. */
export function loadAccounts(
  tx: Reader,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<AccountRow[]> {
  return tx.$queryRaw<AccountRow[]>`
    SELECT id, name, external_id AS "externalId", parent_id AS "parentId",
      merged_into_id AS "mergedIntoId", decides_for_sites AS "decidesForSites",
      owner_id AS "ownerId", owner_since - DATE '1970-01-01' AS "ownerSinceDay",
      size_band AS "sizeBand", industry, country, region, currency,
      customer_since - DATE '1970-01-01' AS "customerSinceDay", acquired_by AS "acquiredBy",
      attributes
    FROM account
    WHERE workspace_id = ${workspaceId}::uuid AND archived_at IS NULL
      AND id = ANY(${accountIds}::uuid[])
    ORDER BY id`;
}

export function loadTerms(scope: Scope): Promise<TermRow[]> {
  const { tx, workspaceId, timeZone, accountIds } = scope;
  return tx.$queryRaw<TermRow[]>`
    SELECT c.account_id AS "accountId", c.id AS "contractId", c.name,
      c.product_type_id AS "productTypeId", c.notice_days AS "noticeDays",
      c.auto_renews AS "autoRenews", c.is_indexed AS "isIndexed",
      c.notice_given_on - DATE '1970-01-01' AS "noticeGivenDay",
      c.ended_on - DATE '1970-01-01' AS "endedDay",
      (c.updated_at AT TIME ZONE ${timeZone})::date - DATE '1970-01-01' AS "updatedDay",
      t.starts_on - DATE '1970-01-01' AS "startDay", t.ends_on - DATE '1970-01-01' AS "endDay",
      t.recurring_minor::float8 AS "recurringMinor", t.currency, t.decided_by AS "decidedBy",
      t.decided_on - DATE '1970-01-01' AS "decidedDay"
    FROM contract c
    JOIN contract_term t ON t.workspace_id = c.workspace_id AND t.contract_id = c.id
    WHERE c.workspace_id = ${workspaceId}::uuid AND t.workspace_id = ${workspaceId}::uuid
      AND (${accountIds}::uuid[] IS NULL OR c.account_id = ANY(${accountIds}::uuid[]))
    ORDER BY c.account_id, c.id, t.starts_on`;
}

function loadContacts(scope: Scope): Promise<ContactRow[]> {
  const { tx, workspaceId, timeZone, accountIds } = scope;
  return tx.$queryRaw<ContactRow[]>`
    SELECT id, account_id AS "accountId",
      CASE role WHEN 'decision_maker' THEN 'decisionMaker' ELSE role END AS role,
      (created_at AT TIME ZONE ${timeZone})::date - DATE '1970-01-01' AS "createdDay",
      LEAST(left_on, (archived_at AT TIME ZONE ${timeZone})::date) - DATE '1970-01-01' AS "untilDay"
    FROM contact
    WHERE workspace_id = ${workspaceId}::uuid
      AND (${accountIds}::uuid[] IS NULL OR account_id = ANY(${accountIds}::uuid[]))
    ORDER BY id`;
}

function loadInvitations(scope: Scope): Promise<InvitationRow[]> {
  const { tx, workspaceId, timeZone, accountIds } = scope;
  return tx.$queryRaw<InvitationRow[]>`
    SELECT i.contact_id AS "contactId", coalesce(i.wave_id, i.id) AS "waveId",
      (i.delivered_at AT TIME ZONE ${timeZone})::date - DATE '1970-01-01' AS "deliveredDay",
      min(r.answered_on) - DATE '1970-01-01' AS "answeredDay"
    FROM invitation i
    LEFT JOIN response_event r ON r.workspace_id = i.workspace_id AND r.invitation_id = i.id
      AND r.workspace_id = ${workspaceId}::uuid AND r.class = 'confirmed'
    WHERE i.workspace_id = ${workspaceId}::uuid AND i.delivered_at IS NOT NULL
      AND (${accountIds}::uuid[] IS NULL OR i.account_id = ANY(${accountIds}::uuid[]))
    GROUP BY i.contact_id, i.wave_id, i.id, i.delivered_at
    ORDER BY i.id`;
}

export function loadChurn(scope: Scope): Promise<ChurnRow[]> {
  const { tx, workspaceId, timeZone, accountIds } = scope;
  return tx.$queryRaw<ChurnRow[]>`
    SELECT account_id AS "accountId", contract_id AS "contractId", kind,
      happened_on - DATE '1970-01-01' AS "day",
      LEAST(happened_on, (created_at AT TIME ZONE ${timeZone})::date) - DATE '1970-01-01'
        AS "recordedDay", rival IS NOT NULL AS "hasRival"
    FROM churn_event
    WHERE workspace_id = ${workspaceId}::uuid
      AND (${accountIds}::uuid[] IS NULL OR account_id = ANY(${accountIds}::uuid[]))
    ORDER BY happened_on, id`;
}

function loadWallets({ tx, workspaceId, accountIds }: Scope): Promise<WalletEstimateRow[]> {
  return tx.$queryRaw<WalletEstimateRow[]>`
    SELECT w.account_id AS "accountId", w.product_type_id AS "productTypeId",
      coalesce(w.product_type_id::text, 'all') AS category,
      w.estimated_on - DATE '1970-01-01' AS "day", w.currency,
      w.yearly_low_minor::float8 AS "lowMinor", w.yearly_high_minor::float8 AS "highMinor",
      w.provenance,
      coalesce((
        SELECT json_agg(json_build_object('currency', s.currency, 'amountMinor', s.amount))
        FROM (
          SELECT p.currency, sum(p.amount_minor)::float8 AS amount
          FROM purchase p
          LEFT JOIN product_type t ON t.workspace_id = p.workspace_id AND t.id = p.product_type_id
            AND t.workspace_id = ${workspaceId}::uuid
          WHERE p.workspace_id = ${workspaceId}::uuid AND p.account_id = w.account_id
            AND p.contract_id IS NULL AND coalesce(t.billed_as, 'order') <> 'contract'
            AND (w.product_type_id IS NULL OR p.product_type_id = w.product_type_id)
            AND p.ordered_on > w.estimated_on - INTERVAL '12 months'
            AND p.ordered_on <= w.estimated_on
          GROUP BY p.currency) s), '[]'::json) AS "ownOrders"
    FROM wallet_estimate w
    WHERE w.workspace_id = ${workspaceId}::uuid
      AND (${accountIds}::uuid[] IS NULL OR w.account_id = ANY(${accountIds}::uuid[]))
    ORDER BY w.estimated_on, w.id`;
}

/** Everything recorded about accounts but their orders. */
export async function loadAccountRows(scope: Scope): Promise<AccountRows> {
  const unnamed = await loadUnnamedPeople(scope);
  return {
    terms: await loadTerms(scope),
    contacts: [...(await loadContacts(scope)), ...unnamed.people],
    answers: [...(await loadAnswers(scope)), ...unnamed.answers],
    invitations: await loadInvitations(scope),
    events: await loadEvents(scope),
    churn: await loadChurn(scope),
    wallets: await loadWallets(scope),
  };
}
