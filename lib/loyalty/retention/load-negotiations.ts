import type { Tx } from "@/lib/db/with-workspace";

/** A renewal that was talked about in the year before a day, or still is on it. */
export type NegotiationRow = {
  accountId: string;
  openedDay: number;
  /** Null while it is open on the day. */
  closedDay: number | null;
  isSigned: boolean;
  currency: string;
  listMinor: number | null;
  signedMinor: number | null;
};

export async function loadNegotiations(
  tx: Tx,
  workspaceId: string,
  { from, asOf }: { from: string; asOf: string },
): Promise<NegotiationRow[]> {
  return tx.$queryRaw<NegotiationRow[]>`
    SELECT c.account_id AS "accountId", n.opened_on - DATE '1970-01-01' AS "openedDay",
      CASE WHEN n.closed_on <= ${asOf}::date THEN n.closed_on - DATE '1970-01-01' END AS "closedDay",
      n.outcome = 'won' AND n.closed_on <= ${asOf}::date AS "isSigned",
      n.currency, n.list_minor::float8 AS "listMinor", n.signed_minor::float8 AS "signedMinor"
    FROM renewal_negotiation n
    JOIN contract c ON c.workspace_id = n.workspace_id AND c.id = n.contract_id
    WHERE n.workspace_id = ${workspaceId}::uuid AND n.opened_on <= ${asOf}::date
      AND (n.closed_on IS NULL OR n.closed_on > ${from}::date)
    ORDER BY n.opened_on, n.id`;
}
