import type { CopyRow } from "@/lib/db/copy-parser";
import type { Copy } from "@/lib/db/read-workspace";
import { uuidLiteral } from "@/lib/db/with-workspace-sql";
import type { AccountRow } from "./account-rows";

// Few different words stand in these columns: each is kept once.
const words = new Map<string, string>();
const WORDS_KEPT = 50_000;

function word(bytes: Buffer | null | undefined): string | null {
  if (!bytes) return null;
  const text = bytes.toString("utf8");
  const known = words.get(text);
  if (known !== undefined) return known;
  if (words.size < WORDS_KEPT) words.set(text, text);
  return text;
}

function text(bytes: Buffer | null | undefined): string | null {
  return bytes ? bytes.toString("utf8") : null;
}

function whole(bytes: Buffer | null | undefined): number | null {
  return bytes ? bytes.readInt32BE(0) : null;
}

const NO_ATTRIBUTES: Record<string, string> = Object.freeze({});

function attributesOf(bytes: Buffer | null | undefined): Record<string, string> {
  const json = text(bytes);
  return json === null || json === "{}" ? NO_ATTRIBUTES : JSON.parse(json);
}

const COLUMNS = `id::text, name, external_id, parent_id::text, merged_into_id::text,
  decides_for_sites::int, owner_id::text, owner_since - DATE '1970-01-01', size_band, industry,
  country, region, currency, customer_since - DATE '1970-01-01', acquired_by, attributes::text`;

function toAccount(row: CopyRow): AccountRow {
  return {
    id: text(row[0]) ?? "",
    name: text(row[1]) ?? "",
    externalId: text(row[2]),
    parentId: text(row[3]),
    mergedIntoId: text(row[4]),
    decidesForSites: whole(row[5]) === 1,
    ownerId: word(row[6]),
    ownerSinceDay: whole(row[7]),
    sizeBand: word(row[8]),
    industry: word(row[9]),
    country: word(row[10]),
    region: word(row[11]),
    currency: word(row[12]) ?? "",
    customerSinceDay: whole(row[13]),
    acquiredBy: word(row[14]) ?? "",
    attributes: attributesOf(row[15]),
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
