import type { WriteCall } from "../rows/row-statements";
import type { BilledTerm } from "./match-invoices";

/** What rows are that look like invoices of a contract: the contract's, or purchases of their own. */
export const INVOICE_ANSWERS = ["contract", "own"] as const;
export type InvoiceAnswer = (typeof INVOICE_ANSWERS)[number];

/** Terms of the accounts' contracts, those with a value. */
export async function loadBilledTerms(
  call: WriteCall,
  accountIds: Iterable<string>,
): Promise<BilledTerm[]> {
  const ids = [...new Set(accountIds)];
  if (ids.length === 0) return [];
  return call.tx.$queryRaw<BilledTerm[]>`
    SELECT c.id AS "contractId", c.account_id AS "accountId",
      c.product_type_id AS "productTypeId", t.starts_on::text AS "startsOn",
      least(t.ends_on, c.ended_on)::text AS "endsOn", t.recurring_minor::float8 AS "yearlyMinor", t.currency
    FROM contract c
    JOIN contract_term t ON t.workspace_id = c.workspace_id AND t.contract_id = c.id
    WHERE c.workspace_id = ${call.ctx.workspace.id}::uuid
      AND t.workspace_id = ${call.ctx.workspace.id}::uuid
      AND c.account_id = ANY(${ids}::uuid[]) AND t.recurring_minor > 0
    ORDER BY c.account_id, t.starts_on, c.id`;
}
