import { newId } from "@/lib/db/new-id";
import { accountProblem } from "./apply-contacts";
import { createMissingAccounts } from "./create-missing-accounts";
import type { ApplyCall, Outcome, RejectedRow } from "./import-kind";
import type { PurchaseRow } from "./purchase-row";
import { type AccountRef, resolveAccounts } from "./resolve-accounts";
import { MAX_PRODUCT_TYPES, resolveProductTypes } from "./resolve-product-types";
import { loadStoredPurchases, type StoredPurchase, upsertPurchases } from "./upsert-purchases";

type Call = ApplyCall<PurchaseRow>;
type Lookups = {
  accounts: Map<string, AccountRef>;
  types: Map<string, string>;
  contracts: Map<string, { id: string; account_id: string }>;
};

async function loadContracts(call: Call): Promise<Lookups["contracts"]> {
  const ids = [...new Set(call.rows.flatMap(({ value }) => value.contractExternalId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await call.tx.$queryRaw<{ external_id: string; id: string; account_id: string }[]>`
    SELECT external_id, id, account_id FROM contract
    WHERE workspace_id = ${call.ctx.workspace.id}::uuid AND source = ${call.source}
      AND external_id = ANY(${ids}::text[])`;
  return new Map(rows.map((row) => [row.external_id, row]));
}

async function lookUp(call: Call): Promise<Lookups> {
  const { tx, ctx, source, notes } = call;
  const workspaceId = ctx.workspace.id;
  const ids = call.rows.map(({ value }) => value.accountExternalId);
  const accounts = await resolveAccounts(tx, workspaceId, source, ids);
  if (call.createsAccounts) {
    const missing = new Set(ids.filter((id) => !accounts.has(id)));
    for (const [id, account] of await createMissingAccounts(call, missing))
      accounts.set(id, account);
  }
  const names = call.rows.flatMap(({ value }) => value.productType ?? []);
  const types = await resolveProductTypes(tx, { workspaceId, source, now: ctx.now, notes }, names);
  return { accounts, types, contracts: await loadContracts(call) };
}

function refusal(value: PurchaseRow, found: Lookups): { field: string; message: string } | null {
  const account = found.accounts.get(value.accountExternalId);
  const message = accountProblem(account);
  if (message !== null) return { field: "Account id", message };
  if (value.productType !== null && !found.types.has(value.productType.toLowerCase())) {
    return {
      field: "Product type",
      message: `Product type would be the ${MAX_PRODUCT_TYPES + 1}st. Map a coarser column (a group, not the product's name).`,
    };
  }
  if (value.contractExternalId === null) return null;
  const contract = found.contracts.get(value.contractExternalId);
  if (!contract) {
    return {
      field: "Contract id",
      message: "Contract id names no contract. Add it, or empty the cell.",
    };
  }
  if (contract.account_id !== account) {
    return {
      field: "Contract id",
      message: "Contract id belongs to another account. Correct one of the two.",
    };
  }
  return null;
}

/** Columns that the file does not have keep what is stored; empty cells of those it has clear it. */
function merge(call: Call, value: PurchaseRow, stored: StoredPurchase | undefined, found: Lookups) {
  const { has } = call;
  const type =
    value.productType === null ? null : (found.types.get(value.productType.toLowerCase()) ?? null);
  const contract =
    value.contractExternalId === null ? undefined : found.contracts.get(value.contractExternalId);
  return {
    id: stored?.id ?? newId(),
    external_id: value.externalId,
    account_id: found.accounts.get(value.accountExternalId) ?? "",
    product_type_id: has("productType") ? type : (stored?.product_type_id ?? null),
    contract_id: has("contractExternalId") ? (contract?.id ?? null) : (stored?.contract_id ?? null),
    order_number: has("orderNumber") ? value.orderNumber : (stored?.order_number ?? null),
    ordered_on: value.orderedOn,
    amount_minor: value.amountMinor,
    list_minor: has("list") || has("discount") ? value.listMinor : (stored?.list_minor ?? null),
    margin_minor: has("margin") ? value.marginMinor : (stored?.margin_minor ?? null),
    currency: value.currency,
    quantity: has("quantity") ? value.quantity : (stored?.quantity ?? null),
    chosen_by: has("chosenBy") ? value.chosenBy : (stored?.chosen_by ?? null),
    automatic_kind: has("chosenBy") ? value.automaticKind : (stored?.automatic_kind ?? null),
    required_on: has("requiredOn") ? value.requiredOn : (stored?.required_on ?? null),
    shipped_on: has("shippedOn") ? value.shippedOn : (stored?.shipped_on ?? null),
  };
}

export async function applyPurchases(call: Call): Promise<Outcome> {
  const stored = new Map((await loadStoredPurchases(call)).map((row) => [row.external_id, row]));
  const found = await lookUp(call);
  const rejected: RejectedRow[] = [];
  const written: StoredPurchase[] = [];
  for (const { rowNumber, cells, value } of call.rows) {
    const refused = refusal(value, found);
    if (refused) rejected.push({ rowNumber, cells, ...refused });
    else written.push(merge(call, value, stored.get(value.externalId), found));
  }
  const returned = written.length > 0 ? await upsertPurchases(call, written) : [];
  const before = new Map([...stored.values()].map((row) => [row.id, row.account_id]));
  const changed = returned.filter((row) => before.has(row.id)).length;
  const touched = returned.flatMap((row) => [row.account_id, before.get(row.id) ?? row.account_id]);
  return { created: returned.length - changed, changed, rejected, touchedAccountIds: touched };
}
