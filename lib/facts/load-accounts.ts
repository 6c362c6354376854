import type { CopyRow } from "@/lib/db/copy-parser";
import type { Copy } from "@/lib/db/read-workspace";
import { uuidLiteral } from "@/lib/db/with-workspace-sql";
import type { AccountRow } from "./account-rows";

// Few different words stand in these columns: each is kept once.
const words = new Map<string, string>();
const WORDS_KEPT = 50_000;

function word(text: string | null): string | null {
  if (text === null) return null;
  const known = words.get(text);
  if (known !== undefined) return known;
  if (words.size < WORDS_KEPT) words.set(text, text);
  return text;
}

const NO_ATTRIBUTES: Record<string, string> = Object.freeze({});

function attributesOf(json: string | null): Record<string, string> {
  return json === null || json === "{}" ? NO_ATTRIBUTES : JSON.parse(json);
}

const COLUMNS = `id::text, name, external_id, parent_id::text, merged_into_id::text,
  decides_for_sites::int, owner_id::text, owner_since - DATE '1970-01-01', size_band, industry,
  country, region, currency, customer_since - DATE '1970-01-01', acquired_by, attributes::text`;

function toAccount(row: CopyRow): AccountRow {
  return {
    id: row.text(0) ?? "",
    name: row.text(1) ?? "",
    externalId: row.text(2),
    parentId: row.text(3),
    mergedIntoId: row.text(4),
    decidesForSites: row.whole(5) === 1,
    ownerId: word(row.text(6)),
    ownerSinceDay: row.whole(7),
    sizeBand: word(row.text(8)),
    industry: word(row.text(9)),
    country: word(row.text(10)),
    region: word(row.text(11)),
    currency: word(row.text(12)) ?? "",
    customerSinceDay: row.whole(13),
    acquiredBy: word(row.text(14)) ?? "",
    attributes: attributesOf(row.text(15)),
  };
}

/** Accounts that are not archived, by id: all, or those of which a row was written since an epoch. */
export async function copyAccounts(
  copy: Copy,
  workspaceId: string,
  sinceEpoch: number | null,
): Promise<Map<string, AccountRow>> {
  const accounts = new Map<string, AccountRow>();
  const changed =
    sinceEpoch === null
      ? ""
      : `AND id IN (SELECT account_id FROM account_history
          WHERE workspace_id = ${uuidLiteral(workspaceId)} AND epoch > ${Math.trunc(sinceEpoch)})`;
  await copy(
    `SELECT ${COLUMNS} FROM account
     WHERE workspace_id = ${uuidLiteral(workspaceId)} AND archived_at IS NULL ${changed}
     ORDER BY id`,
    (row) => {
      const account = toAccount(row);
      accounts.set(account.id, account);
    },
  );
  return accounts;
}
