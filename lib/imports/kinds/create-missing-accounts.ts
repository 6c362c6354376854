import { nextOrdinal } from "@/lib/accounts/next-ordinal";
import { newId } from "@/lib/db/new-id";
import type { Row } from "../rows/import-table";
import { insertRows } from "../rows/row-statements";
import { planRow } from "../rows/trial-rows";
import { ACCOUNT_TABLE } from "../tables/account-table";
import type { ApplyCall } from "./import-kind";
import { addNote } from "./notes";
import { resolveAccounts } from "./resolve-accounts";

type Named = { accountExternalId: string; accountName: string | null };

function newAccount(call: ApplyCall<Named>, externalId: string, name: string): Row {
  return {
    id: newId(),
    source: call.source,
    external_id: externalId,
    ordinal: null,
    name,
    parent_id: null,
    decides_for_sites: false,
    owner_id: null,
    owner_since: null,
    size_band: null,
    industry: null,
    country: null,
    region: null,
    currency: call.ctx.workspace.currency,
    customer_since: null,
    acquired_by: "unknown",
    attributes: "{}",
  };
}

/** Accounts for ids that name none, with the name the file gives or the id itself. */
export async function createMissingAccounts(
  call: ApplyCall<Named>,
  missing: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const { value } of call.rows) {
    if (!missing.has(value.accountExternalId)) continue;
    const name = value.accountName ?? names.get(value.accountExternalId);
    names.set(value.accountExternalId, name ?? value.accountExternalId);
  }
  if (names.size === 0) return new Map();
  const { trial } = call;
  if (trial) {
    const planned = [...names.keys()].map((id) => [id, planRow(trial, "account", id)] as const);
    for (const [, { isNew }] of planned) if (isNew) addNote(call.notes, "accountsCreated");
    return new Map(planned.map(([id, account]) => [id, account.id]));
  }
  let next = await nextOrdinal(call.tx, call.ctx.workspace.id);
  // Whoever made accounts before us has ended by now: what it made is seen.
  const there = await resolveAccounts(call, names.keys(), { isOwnSource: true });
  const accounts = new Map([...there].filter(([, id]) => id !== "ambiguous"));
  const rows = [...names]
    .filter(([id]) => !accounts.has(id))
    .map(([id, name]) => newAccount(call, id, name));
  for (const row of rows) {
    row.ordinal = next;
    next += 1;
    accounts.set(String(row.external_id), String(row.id));
  }
  for (const _ of await insertRows(call, ACCOUNT_TABLE, rows))
    addNote(call.notes, "accountsCreated");
  return accounts;
}
