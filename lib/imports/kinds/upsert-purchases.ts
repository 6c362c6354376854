import type { ApplyCall } from "./import-kind";
import type { PurchaseRow } from "./purchase-row";

/** Amounts as text: 64-bit integers do not fit a JavaScript number. */
export type StoredPurchase = {
  id: string;
  external_id: string;
  account_id: string;
  product_type_id: string | null;
  contract_id: string | null;
  order_number: string | null;
  ordered_on: string;
  amount_minor: string;
  list_minor: string | null;
  margin_minor: string | null;
  currency: string;
  quantity: number | null;
  chosen_by: string | null;
  automatic_kind: string | null;
  required_on: string | null;
  shipped_on: string | null;
};

export function loadStoredPurchases(call: ApplyCall<PurchaseRow>): Promise<StoredPurchase[]> {
  const ids = call.rows.map((row) => row.value.externalId);
  return call.tx.$queryRaw<StoredPurchase[]>`
    SELECT id, external_id, account_id, product_type_id, contract_id, order_number,
      ordered_on::text, amount_minor::text, list_minor::text, margin_minor::text, currency,
      quantity, chosen_by, automatic_kind, required_on::text, shipped_on::text
    FROM purchase
    WHERE workspace_id = ${call.ctx.workspace.id}::uuid AND source = ${call.source}
      AND external_id = ANY(${ids}::text[])
    ORDER BY id FOR UPDATE`;
}

/** Rows that were new or differed; a row that says nothing new is not returned. */
export function upsertPurchases(call: ApplyCall<PurchaseRow>, rows: StoredPurchase[]) {
  const { tx, ctx } = call;
  const all = <T>(pick: (row: StoredPurchase) => T) => rows.map(pick);
  return tx.$queryRaw<{ id: string; account_id: string }[]>`
    INSERT INTO purchase (workspace_id, id, account_id, product_type_id, contract_id, source,
      external_id, order_number, ordered_on, amount_minor, list_minor, margin_minor, currency,
      quantity, chosen_by, automatic_kind, required_on, shipped_on, import_batch_id, created_at)
    SELECT ${ctx.workspace.id}::uuid, t.id, t.account_id, t.product_type_id, t.contract_id,
      ${call.source}, t.external_id, t.order_number, t.ordered_on, t.amount_minor, t.list_minor,
      t.margin_minor, t.currency, t.quantity, t.chosen_by, t.automatic_kind, t.required_on,
      t.shipped_on, ${call.batchId}::uuid, ${ctx.now}
    FROM unnest(${all((r) => r.id)}::uuid[], ${all((r) => r.account_id)}::uuid[],
      ${all((r) => r.product_type_id)}::uuid[], ${all((r) => r.contract_id)}::uuid[],
      ${all((r) => r.external_id)}::text[], ${all((r) => r.order_number)}::text[],
      ${all((r) => r.ordered_on)}::date[], ${all((r) => r.amount_minor)}::bigint[],
      ${all((r) => r.list_minor)}::bigint[], ${all((r) => r.margin_minor)}::bigint[],
      ${all((r) => r.currency)}::text[], ${all((r) => r.quantity)}::float8[],
      ${all((r) => r.chosen_by)}::text[], ${all((r) => r.automatic_kind)}::text[],
      ${all((r) => r.required_on)}::date[], ${all((r) => r.shipped_on)}::date[])
      AS t(id, account_id, product_type_id, contract_id, external_id, order_number, ordered_on,
        amount_minor, list_minor, margin_minor, currency, quantity, chosen_by, automatic_kind,
        required_on, shipped_on)
    ON CONFLICT (workspace_id, source, external_id) DO UPDATE SET
      account_id = excluded.account_id, product_type_id = excluded.product_type_id,
      contract_id = excluded.contract_id, order_number = excluded.order_number,
      ordered_on = excluded.ordered_on, amount_minor = excluded.amount_minor,
      list_minor = excluded.list_minor, margin_minor = excluded.margin_minor,
      currency = excluded.currency, quantity = excluded.quantity,
      chosen_by = excluded.chosen_by, automatic_kind = excluded.automatic_kind,
      required_on = excluded.required_on, shipped_on = excluded.shipped_on
    WHERE (purchase.account_id, purchase.product_type_id, purchase.contract_id,
        purchase.order_number, purchase.ordered_on, purchase.amount_minor, purchase.list_minor,
        purchase.margin_minor, purchase.currency, purchase.quantity, purchase.chosen_by,
        purchase.automatic_kind, purchase.required_on, purchase.shipped_on)
      IS DISTINCT FROM (excluded.account_id, excluded.product_type_id, excluded.contract_id,
        excluded.order_number, excluded.ordered_on, excluded.amount_minor, excluded.list_minor,
        excluded.margin_minor, excluded.currency, excluded.quantity, excluded.chosen_by,
        excluded.automatic_kind, excluded.required_on, excluded.shipped_on)
    RETURNING id, account_id`;
}
