import type { Candidate } from "../rows/compare-rows";
import type { Row } from "../rows/import-table";
import { touchedAccounts, writeRows } from "../rows/write-rows";
import { CONTRACT_TABLE, CONTRACT_TERM_TABLE } from "../tables/contract-table";
import { accountProblem } from "./account-problem";
import type { ContractRow } from "./contract-row";
import type { ApplyCall, Outcome, ParsedRow, RejectedRow } from "./import-kind";
import { keepStored } from "./keep-stored";
import { type AccountRef, resolveAccounts } from "./resolve-accounts";
import { resolveProductTypes, typeProblem } from "./resolve-product-types";

type Call = ApplyCall<ContractRow>;
type Found = { accounts: Map<string, AccountRef>; types: Map<string, string> };

function toContract(call: Call, value: ContractRow, stored: Row | null, found: Found): Row {
  const keep = keepStored(call.has, stored);
  const type = found.types.get(value.productType?.toLowerCase() ?? "") ?? null;
  return {
    source: call.source,
    external_id: value.externalId,
    account_id: found.accounts.get(value.accountExternalId) ?? null,
    product_type_id: keep("productType", type, "product_type_id"),
    name: keep("name", value.name, "name") ?? value.externalId,
    notice_days: keep("noticeDays", value.noticeDays, "notice_days") ?? 0,
    auto_renews: keep("autoRenews", value.autoRenews, "auto_renews") ?? false,
    is_indexed: keep("isIndexed", value.isIndexed, "is_indexed") ?? false,
    notice_given_on: keep("noticeGivenOn", value.noticeGivenOn, "notice_given_on"),
    ended_on: keep("endedOn", value.endedOn, "ended_on"),
    margin_ratio: keep("marginRatio", value.marginRatio, "margin_ratio"),
  };
}

/** A term that follows another one of a contract that renews by itself was signed by nobody. */
function toTerm(
  call: Call,
  value: ContractRow,
  stored: Row | null,
  at: { contractId: string; isFirst: boolean },
): Row {
  const keep = keepStored(call.has, stored);
  const usual = value.autoRenews && !at.isFirst ? "automatic" : "signature";
  return {
    contract_id: at.contractId,
    starts_on: value.startsOn,
    ends_on: keep("endsOn", value.endsOn, "ends_on"),
    recurring_minor: value.recurringMinor,
    currency: value.currency,
    decided_by: keep("decidedBy", value.decidedBy, "decided_by") ?? usual,
    decided_on: keep("decidedOn", value.decidedOn, "decided_on") ?? value.startsOn,
  };
}

async function lookUp(call: Call): Promise<Found> {
  const accountIds = call.rows.map(({ value }) => value.accountExternalId);
  const names = call.rows.flatMap(({ value }) => value.productType ?? []);
  return {
    accounts: await resolveAccounts(call, accountIds),
    types: await resolveProductTypes(call, names, "contract"),
  };
}

function accepted(call: Call, found: Found, rejected: RejectedRow[]): ParsedRow<ContractRow>[] {
  return call.rows.filter(({ rowNumber, cells, value }) => {
    const message = accountProblem(found.accounts.get(value.accountExternalId));
    const refused =
      message === null
        ? typeProblem(value.productType, found.types)
        : { field: "Account id", message };
    if (refused) rejected.push({ rowNumber, cells, ...refused });
    return refused === null;
  });
}

/** What a file says of a contract itself stands in the row of its latest term. */
function latestRows(rows: readonly ParsedRow<ContractRow>[]): ParsedRow<ContractRow>[] {
  const latest = new Map<string, ParsedRow<ContractRow>>();
  for (const row of rows) {
    const known = latest.get(row.value.externalId);
    if (!known || known.value.startsOn <= row.value.startsOn) latest.set(row.value.externalId, row);
  }
  return [...latest.values()];
}

/** The first day of each contract's first term, stored or in these rows. */
async function firstStarts(call: Call, ids: ReadonlyMap<string, string>) {
  const stored = await call.tx.$queryRaw<{ id: string; first: string }[]>`
    SELECT contract_id AS id, min(starts_on)::text AS first FROM contract_term
    WHERE workspace_id = ${call.ctx.workspace.id}::uuid
      AND contract_id = ANY(${[...ids.values()]}::uuid[])
    GROUP BY contract_id`;
  const first = new Map(stored.map((row) => [row.id, row.first]));
  for (const { value } of call.rows) {
    const id = ids.get(value.externalId);
    const known = id === undefined ? undefined : first.get(id);
    if (id !== undefined && (known === undefined || value.startsOn < known)) {
      first.set(id, value.startsOn);
    }
  }
  return first;
}

async function writeTerms(
  call: Call,
  rows: readonly ParsedRow<ContractRow>[],
  ids: ReadonlyMap<string, string>,
) {
  const first = await firstStarts(call, ids);
  const candidates = rows.map(({ rowNumber, value }): Candidate => {
    const contractId = ids.get(value.externalId) ?? "";
    const isFirst = first.get(contractId) === value.startsOn;
    return {
      rowNumber,
      key: { contract_id: contractId, starts_on: value.startsOn },
      make: (stored) => toTerm(call, value, stored, { contractId, isFirst }),
    };
  });
  return writeRows(call, CONTRACT_TERM_TABLE, candidates);
}

export async function applyContracts(call: Call): Promise<Outcome> {
  const rejected: RejectedRow[] = [];
  const found = await lookUp(call);
  const rows = accepted(call, found, rejected);
  const candidates = latestRows(rows).map(
    ({ rowNumber, value }): Candidate => ({
      rowNumber,
      key: { source: call.source, external_id: value.externalId },
      make: (stored) => toContract(call, value, stored, found),
    }),
  );
  const contracts = await writeRows(call, CONTRACT_TABLE, candidates, { isNamedLater: true });
  const terms = await writeTerms(call, rows, contracts.ids);
  const made = new Set(terms.created.map((row) => row.rowNumber));
  const changed = new Set(
    [...terms.changed, ...contracts.changed]
      .map((row) => row.rowNumber)
      .filter((rowNumber) => !made.has(rowNumber)),
  );
  const touchedRows = new Set([...made, ...changed]);
  const touched = rows.flatMap(({ rowNumber, value }) =>
    touchedRows.has(rowNumber) ? (found.accounts.get(value.accountExternalId) ?? []) : [],
  );
  return {
    created: made.size,
    changed: changed.size,
    rejected,
    touchedAccountIds: [...touched, ...touchedAccounts(CONTRACT_TABLE, contracts)],
  };
}
