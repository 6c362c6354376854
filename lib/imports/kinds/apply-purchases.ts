import type { Candidate } from "../rows/compare-rows";
import type { Row } from "../rows/import-table";
import { touchedAccounts, writeRows } from "../rows/write-rows";
import { PURCHASE_TABLE } from "../tables/purchase-table";
import { accountProblem } from "./account-problem";
import { loadBilledTerms } from "./contract-invoices";
import { createMissingAccounts } from "./create-missing-accounts";
import type { ApplyCall, Outcome, ParsedRow, RejectedRow } from "./import-kind";
import { matchInvoices } from "./match-invoices";
import { addNote } from "./notes";
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

/** Rows that name no contract and look like invoices of one; where that was not said, nothing is looked for. */
async function findInvoices(
  call: Call,
  rows: readonly ParsedRow<PurchaseRow>[],
  found: Lookups,
): Promise<Map<number, string>> {
  if (call.invoices === "off") return new Map();
  const open = rows.filter(({ value }) => value.contractExternalId === null);
  const invoices = open.map(({ rowNumber, value }) => ({
    rowNumber,
    accountId: found.accounts.get(value.accountExternalId) ?? "",
    productTypeId: found.types.get(value.productType?.toLowerCase() ?? "") ?? null,
    orderedOn: value.orderedOn,
    amountMinor: Number(value.amountMinor),
    currency: value.currency,
  }));
  const terms = await loadBilledTerms(
    call,
    invoices.map(({ accountId }) => accountId),
  );
  const matched = matchInvoices(invoices, terms);
  for (const rowNumber of matched.keys()) {
    if (call.trial) addNote(call.notes, "contractInvoices", rowNumber);
    else if (call.invoices === "contract") addNote(call.notes, "invoicesOfContracts", rowNumber);
  }
  return matched;
}

/** The contract a row bills: the one it names, else the one it looks like, as far as that was said. */
function contractOf(
  call: Call,
  named: string | null,
  looksLike: string | undefined,
  stored: Row | null,
): Row[string] {
  if (named === null && looksLike !== undefined) {
    if (call.invoices === "contract") return looksLike;
    if (call.invoices === "own") return null;
  }
  return call.has("contractExternalId") ? named : (stored?.contract_id ?? null);
}

/** "Automatic" without a column that says by what keeps what is known of it. */
function automaticKind(call: Call, value: PurchaseRow, stored: Row | null): Row[string] {
  const isKnown = value.chosenBy === "automatic" && stored?.chosen_by === "automatic";
  return isKnown && !call.has("automaticKind")
    ? (value.automaticKind ?? stored.automatic_kind ?? null)
    : value.automaticKind;
}

/** Columns that the file does not have keep what is stored; empty cells of those it has clear it. */
function merge(
  call: Call,
  value: PurchaseRow,
  stored: Row | null,
  found: Lookups,
  looksLike: string | undefined,
): Row {
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
    contract_id: contractOf(call, contract, looksLike, stored),
    order_number: keep("orderNumber", value.orderNumber, "order_number"),
    ordered_on: value.orderedOn,
    amount_minor: value.amountMinor,
    list_minor: keep(listField, value.listMinor, "list_minor"),
    margin_minor: keep("margin", value.marginMinor, "margin_minor"),
    currency: value.currency,
    quantity: keep("quantity", value.quantity, "quantity"),
    chosen_by: keep("chosenBy", value.chosenBy, "chosen_by"),
    automatic_kind: keep("chosenBy", automaticKind(call, value, stored), "automatic_kind"),
    required_on: keep("requiredOn", value.requiredOn, "required_on"),
    shipped_on: keep("shippedOn", value.shippedOn, "shipped_on"),
  };
}

export async function applyPurchases(call: Call): Promise<Outcome> {
  const found = await lookUp(call);
  const rejected: RejectedRow[] = [];
  const rows = call.rows.filter(({ rowNumber, cells, value }) => {
    const refused = refusal(value, found);
    if (refused) rejected.push({ rowNumber, cells, ...refused });
    return refused === null;
  });
  const invoices = await findInvoices(call, rows, found);
  const candidates = rows.map(
    ({ rowNumber, value }): Candidate => ({
      rowNumber,
      key: { source: call.source, external_id: value.externalId },
      make: (stored) => merge(call, value, stored, found, invoices.get(rowNumber)),
    }),
  );
  const written = await writeRows(call, PURCHASE_TABLE, candidates);
  return {
    created: written.created.length,
    changed: written.changed.length,
    rejected,
    touchedAccountIds: touchedAccounts(PURCHASE_TABLE, written),
  };
}
