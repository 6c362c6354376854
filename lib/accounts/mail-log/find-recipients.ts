import type { Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { addressHashes } from "@/lib/mail/address-hash";

export type Recipients = {
  /** One person of each account, the one named first. */
  people: { accountId: string; contactId: string }[];
  unknown: string[];
};

type Known = { address: string; contactId: string; accountId: string };

function loadPeople(tx: Tx, workspaceId: string, addresses: readonly string[]): Promise<Known[]> {
  return tx.$queryRaw<Known[]>`
    SELECT lower(c.email) AS address, c.id AS "contactId", c.account_id AS "accountId"
    FROM contact c
    JOIN account a ON a.workspace_id = c.workspace_id AND a.id = c.account_id
    WHERE c.workspace_id = ${workspaceId}::uuid AND a.workspace_id = ${workspaceId}::uuid
      AND lower(c.email) = ANY(${addresses}::text[])
      AND c.archived_at IS NULL AND c.erased_at IS NULL AND a.archived_at IS NULL
    ORDER BY array_position(${addresses}::text[], lower(c.email)), c.left_on NULLS FIRST, c.id`;
}

async function loadColleagues(tx: Tx, workspaceId: string, addresses: readonly string[]) {
  const rows = await tx.$queryRaw<{ address: string }[]>`
    SELECT lower(e.email) AS address FROM employee e
    WHERE e.workspace_id = ${workspaceId}::uuid AND lower(e.email) = ANY(${addresses}::text[])
    UNION
    SELECT u.email FROM app_user u JOIN user_workspace m ON m.user_id = u.id
    WHERE m.workspace_id = ${workspaceId}::uuid AND u.email = ANY(${addresses}::text[])`;
  return new Set(rows.map((row) => row.address));
}

/** Whoever was erased is not written down again. */
async function withoutErased(tx: Tx, workspaceId: string, addresses: string[]): Promise<string[]> {
  const { LINK_KEYS } = readEnv();
  const hashed = addresses.map((address) => ({
    address,
    hashes: addressHashes(LINK_KEYS, workspaceId, address),
  }));
  const rows = await tx.suppression.findMany({
    where: {
      workspaceId,
      reason: "erasure",
      addressHash: { in: hashed.flatMap(({ hashes }) => hashes) },
    },
    select: { addressHash: true },
  });
  const erased = new Set(rows.map((row) => row.addressHash));
  return hashed.flatMap(({ address, hashes }) =>
    hashes.some((hash) => erased.has(hash)) ? [] : address,
  );
}

/** Whom of the addresses the workspace knows; a person of two accounts counts for both. */
export async function findRecipients(
  tx: Tx,
  workspaceId: string,
  addresses: readonly string[],
): Promise<Recipients> {
  const found = await loadPeople(tx, workspaceId, addresses);
  const byAccount = new Map<string, string>();
  for (const { accountId, contactId } of found)
    if (!byAccount.has(accountId)) byAccount.set(accountId, contactId);
  const known = new Set(found.map((person) => person.address));
  const colleagues = await loadColleagues(tx, workspaceId, addresses);
  const strangers = addresses.filter((each) => !known.has(each) && !colleagues.has(each));
  return {
    people: [...byAccount].map(([accountId, contactId]) => ({ accountId, contactId })),
    unknown: await withoutErased(tx, workspaceId, strangers),
  };
}
