import type { Candidate } from "../rows/compare-rows";
import type { Row } from "../rows/import-table";
import { touchedAccounts, writeRows } from "../rows/write-rows";
import { PURCHASE_TABLE } from "../tables/purchase-table";
import { accountProblem } from "./account-problem";
import { createMissingAccounts } from "./create-missing-accounts";
import type { ApplyCall, Outcome, RejectedRow } from "./import-kind";
import type { PurchaseRow } from "./purchase-row";
import { type AccountRef, resolveAccounts } from "./resolve-accounts";
import { type ContractRef, contractProblem, resolveContracts } from "./resolve-contracts";
import { resolveProductTypes, typeProblem } from "./resolve-product-types";

type Call = ApplyCall<PurchaseRow>;
type Lookups = {
  accounts: Map<string, AccountRef>;
  types: Map<string, string>;
  contracts: Map<string, ContractRef>;
};

async function lookUp(call: Call): Promise<Lookups> {
  const ids = call.rows.map(({ value }) => value.accountExternalId);
  const accounts = await resolveAccounts(call, ids);
  if (call.createsAccounts) {
    const missing = new Set(ids.filter((id) => !accounts.has(id)));
    for (const [id, account] of await createMissingAccounts(call, missing))
      accounts.set(id, account);
  }
  const types = await resolveProductTypes(
    call,
    call.rows.flatMap(({ value }) => value.productType ?? []),
  );
  const contracts = await resolveContracts(
    call,
    call.rows.flatMap(({ value }) => value.contractExternalId ?? []),
  );
  return { accounts, types, contracts };
}

function refusal(value: PurchaseRow, found: Lookups): { field: string; message: string } | null {
  const account = found.accounts.get(value.accountExternalId);
  const message = accountProblem(account);
  if (message !== null) return { field: "Account id", message };
  return (
    typeProblem(value.productType, found.types) ??
    contractProblem(value.contractExternalId, account, found.contracts)
  );
}

/** Columns that the file does not have keep what is stored; empty cells of those it has clear it. */
function merge(call: Call, value: PurchaseRow, stored: Row | null, found: Lookups): Row {
  const keep = (field: string, given: Row[string], column: string) =>
    call.has(field) ? given : (stored?.[column] ?? null);
  const type = found.types.get(value.productType?.toLowerCase() ?? "") ?? null;
  const contract = found.contracts.get(value.contractExternalId ?? "")?.id ?? null;
  const listField = call.has("list") ? "list" : "discount";
  return {
    source: call.source,
    external_id: value.externalId,
    account_id: found.accounts.get(value.accountExternalId) ?? null,
    product_type_id: keep("productType", type, "product_type_id"),
    contract_id: keep("contractExternalId", contract, "contract_id"),
    order_number: keep("orderNumber", value.orderNumber, "order_number"),
    ordered_on: value.orderedOn,
    amount_minor: value.amountMinor,
    list_minor: keep(listField, value.listMinor, "list_minor"),
    margin_minor: keep("margin", value.marginMinor, "margin_minor"),
    currency: value.currency,
    quantity: keep("quantity", value.quantity, "quantity"),
    chosen_by: keep("chosenBy", value.chosenBy, "chosen_by"),
    automatic_kind: keep("chosenBy", value.automaticKind, "automatic_kind"),
    required_on: keep("requiredOn", value.requiredOn, "required_on"),
    shipped_on: keep("shippedOn", value.shippedOn, "shipped_on"),
  };
}

export async function applyPurchases(call: Call): Promise<Outcome> {
  const found = await lookUp(call);
  const rejected: RejectedRow[] = [];
  const candidates: Candidate[] = [];
  for (const { rowNumber, cells, value } of call.rows) {
    const refused = refusal(value, found);
    if (refused) {
      rejected.push({ rowNumber, cells, ...refused });
      continue;
    }
    candidates.push({
      rowNumber,
      key: { source: call.source, external_id: value.externalId },
      make: (stored) => merge(call, value, stored, found),
    });
  }
  const written = await writeRows(call, PURCHASE_TABLE, candidates);
  return {
    created: written.created.length,
    changed: written.changed.length,
    rejected,
    touchedAccountIds: touchedAccounts(PURCHASE_TABLE, written),
  };
}
