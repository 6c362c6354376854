import { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";

/** Every column that names an account; a test compares it with the database's own keys. */
export const MERGE_PARTS = [
  "contact.account_id",
  "contract.account_id",
  "purchase.account_id",
  "churn_event.account_id",
  "complaint.account_id",
  "promise.account_id",
  "touch.account_id",
  "survey_door.account_id",
  "invitation.account_id",
  "response_event.account_id",
  "wallet_estimate.account_id",
  "case_file.account_id",
  "account.parent_id",
  "account.referred_by_id",
  "account.merged_into_id",
] as const;
export type MergePart = (typeof MERGE_PARTS)[number];

type Sides = { workspaceId: string; fromId: string; toId: string };

// Ids of one row: more in one array are slow to send.
const IDS_PER_ROW = 10_000;

function columnsOf(part: MergePart) {
  const [table = "", column = ""] = part.split(".");
  return { table: Prisma.raw(`"${table}"`), column: Prisma.raw(`"${column}"`) };
}

/** Rows of a part go over to the other account. An account never refers to itself. */
async function move(tx: Tx, part: MergePart, { workspaceId, fromId, toId }: Sides) {
  const { table, column } = columnsOf(part);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE ${table} SET ${column} = ${toId}::uuid
    WHERE workspace_id = ${workspaceId}::uuid AND ${column} = ${fromId}::uuid AND id <> ${toId}::uuid
    RETURNING id`;
  return rows.map(({ id }) => id);
}

/** Moves everything and remembers it under a merge. @returns accounts among what moved */
export async function moveParts(tx: Tx, mergeId: string, sides: Sides): Promise<string[]> {
  const accounts: string[] = [];
  for (const part of MERGE_PARTS) {
    const ids = await move(tx, part, sides);
    if (part.startsWith("account.")) accounts.push(...ids);
    for (let from = 0; from < ids.length; from += IDS_PER_ROW)
      await tx.accountMergePart.create({
        data: {
          workspaceId: sides.workspaceId,
          id: newId(),
          mergeId,
          part,
          subjectIds: ids.slice(from, from + IDS_PER_ROW),
        },
        select: { id: true },
      });
  }
  return accounts;
}

/** What moved goes back, unless it went on somewhere else since. @returns accounts among it */
export async function moveBack(tx: Tx, mergeId: string, sides: Sides): Promise<string[]> {
  const { workspaceId, fromId, toId } = sides;
  const rows = await tx.accountMergePart.findMany({
    where: { workspaceId, mergeId },
    select: { part: true, subjectIds: true },
  });
  const accounts: string[] = [];
  for (const { part, subjectIds } of rows) {
    const known = MERGE_PARTS.find((one) => one === part);
    if (!known) continue;
    const { table, column } = columnsOf(known);
    await tx.$executeRaw`
      UPDATE ${table} SET ${column} = ${toId}::uuid
      WHERE workspace_id = ${workspaceId}::uuid AND ${column} = ${fromId}::uuid
        AND id = ANY(${subjectIds}::uuid[])`;
    if (known.startsWith("account.")) accounts.push(...subjectIds);
  }
  return accounts;
}

/** How many rows of each part name an account. */
export async function countParts(
  tx: Tx,
  workspaceId: string,
  accountId: string,
): Promise<{ part: MergePart; count: number }[]> {
  const counts: { part: MergePart; count: number }[] = [];
  for (const part of MERGE_PARTS) {
    const { table, column } = columnsOf(part);
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM ${table}
      WHERE workspace_id = ${workspaceId}::uuid AND ${column} = ${accountId}::uuid`;
    counts.push({ part, count: row?.count ?? 0 });
  }
  return counts;
}
