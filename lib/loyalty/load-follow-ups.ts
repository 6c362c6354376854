import type { Tx } from "@/lib/db/with-workspace";

export type PromiseRow = {
  id: string;
  text: string;
  madeById: string | null;
  madeDay: number;
  dueDay: number;
  keptDay: number | null;
  brokenDay: number | null;
};

export type CaseRow = {
  id: string;
  kind: "complaint" | "case";
  text: string | null;
  ownerId: string | null;
  signal: string | null;
  isFollowedUp: boolean;
  openedDay: number;
  dueDay: number | null;
  closedDay: number | null;
  closedNote: string | null;
};

export type WalletRow = {
  id: string;
  productTypeId: string | null;
  lowMinor: number;
  highMinor: number;
  currency: string;
  provenance: "asked" | "estimated" | "modelled";
  day: number;
};

export type PurchaseKindRow = {
  chosenBy: "active" | "automatic" | "notRecorded";
  orders: number;
  lastDay: number;
};

export type MergeRow = { id: string; name: string; externalId: string | null; day: number };

export type FollowUpRows = {
  merges: MergeRow[];
  promises: PromiseRow[];
  cases: CaseRow[];
  wallets: WalletRow[];
  purchases: PurchaseKindRow[];
};

const PROMISES_SHOWN = 20;
const CASES_SHOWN = 20;
const WALLETS_SHOWN = 12;

/** Open promises first, by their day; then those that were closed, the latest first. */
function loadPromises(tx: Tx, workspaceId: string, accountIds: readonly string[], asOf: string) {
  return tx.$queryRaw<PromiseRow[]>`
    SELECT id, body AS text, made_by_id AS "madeById", made_on - DATE '1970-01-01' AS "madeDay",
      due_on - DATE '1970-01-01' AS "dueDay", kept_on - DATE '1970-01-01' AS "keptDay",
      broken_on - DATE '1970-01-01' AS "brokenDay"
    FROM promise
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ANY(${accountIds}::uuid[])
      AND made_on <= ${asOf}::date
    ORDER BY coalesce(kept_on, broken_on) IS NOT NULL, coalesce(kept_on, broken_on) DESC, due_on, id
    LIMIT ${PROMISES_SHOWN}`;
}

/** Complaints and cases: the open ones first, the oldest first; then those that were closed, the latest first. */
function loadCases(
  tx: Tx,
  { id, timeZone }: { id: string; timeZone: string },
  accountIds: readonly string[],
  asOf: string,
) {
  return tx.$queryRaw<CaseRow[]>`
    SELECT id, kind, text, owner_id AS "ownerId", signal, followed_up AS "isFollowedUp",
      opened_on - DATE '1970-01-01' AS "openedDay", due_on - DATE '1970-01-01' AS "dueDay",
      closed_on - DATE '1970-01-01' AS "closedDay",
      closed_note AS "closedNote"
    FROM (
      SELECT id, 'complaint' AS kind, subject AS text, NULL::uuid AS owner_id, NULL AS signal,
        EXISTS (SELECT 1 FROM case_file f WHERE f.workspace_id = ${id}::uuid
          AND f.account_id = ANY(${accountIds}::uuid[]) AND f.closed_at IS NULL
          AND f.signal = 'complaint' AND f.signal_ref_id = complaint.id) AS followed_up,
        opened_on, NULL::date AS due_on, solved_on AS closed_on, closed_note
      FROM complaint
      WHERE workspace_id = ${id}::uuid AND account_id = ANY(${accountIds}::uuid[])
      UNION ALL
      SELECT id, 'case', note, owner_id, signal, false, (opened_at AT TIME ZONE ${timeZone})::date, due_on,
        (closed_at AT TIME ZONE ${timeZone})::date, closed_note
      FROM case_file
      WHERE workspace_id = ${id}::uuid AND account_id = ANY(${accountIds}::uuid[])
    ) c
    WHERE opened_on <= ${asOf}::date
    ORDER BY closed_on IS NOT NULL, closed_on DESC, opened_on, id
    LIMIT ${CASES_SHOWN}`;
}

function loadWallets(tx: Tx, workspaceId: string, accountIds: readonly string[], asOf: string) {
  return tx.$queryRaw<WalletRow[]>`
    SELECT id, product_type_id AS "productTypeId", yearly_low_minor::float8 AS "lowMinor",
      yearly_high_minor::float8 AS "highMinor", currency, provenance,
      estimated_on - DATE '1970-01-01' AS "day"
    FROM wallet_estimate
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ANY(${accountIds}::uuid[])
      AND estimated_on <= ${asOf}::date
    ORDER BY estimated_on DESC, id DESC
    LIMIT ${WALLETS_SHOWN}`;
}

/** An order is a number; lines without one are one order a day. */
function loadPurchases(tx: Tx, workspaceId: string, accountIds: readonly string[], asOf: string) {
  return tx.$queryRaw<PurchaseKindRow[]>`
    SELECT coalesce(chosen_by, 'notRecorded') AS "chosenBy",
      count(DISTINCT coalesce(order_number, ordered_on::text))::int AS orders,
      max(ordered_on) - DATE '1970-01-01' AS "lastDay"
    FROM purchase
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ANY(${accountIds}::uuid[])
      AND ordered_on <= ${asOf}::date
      AND ordered_on > (${asOf}::date - INTERVAL '12 months')::date AND amount_minor > 0
    GROUP BY coalesce(chosen_by, 'notRecorded')
    ORDER BY orders DESC`;
}

function loadMerges(tx: Tx, workspaceId: string, accountIds: readonly string[]) {
  return tx.$queryRaw<MergeRow[]>`
    SELECT m.id, a.name, a.external_id AS "externalId",
      m.merged_at::date - DATE '1970-01-01' AS "day"
    FROM account_merge m
    JOIN account a ON a.workspace_id = m.workspace_id AND a.id = m.merged_id
    WHERE m.workspace_id = ${workspaceId}::uuid AND a.workspace_id = ${workspaceId}::uuid
      AND m.kept_id = ANY(${accountIds}::uuid[]) AND m.undone_at IS NULL
    ORDER BY m.merged_at DESC, m.id`;
}

/** @param accountIds the account with its sites */
export async function loadFollowUps(
  tx: Tx,
  workspace: { id: string; timeZone: string },
  accountIds: readonly string[],
  asOf: string,
): Promise<FollowUpRows> {
  const workspaceId = workspace.id;
  return {
    cases: await loadCases(tx, workspace, accountIds, asOf),
    merges: await loadMerges(tx, workspaceId, accountIds),
    promises: await loadPromises(tx, workspaceId, accountIds, asOf),
    wallets: await loadWallets(tx, workspaceId, accountIds, asOf),
    purchases: await loadPurchases(tx, workspaceId, accountIds, asOf),
  };
}
