import type { Tx } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";

export type ContactRef = { id: string; accountId: string };

/** @throws AppError NOT_FOUND for an erased or archived person and for another workspace's. */
export async function loadContact(tx: Tx, workspaceId: string, id: string): Promise<ContactRef> {
  const row = await tx.contact.findFirst({
    where: { workspaceId, id, archivedAt: null, erasedAt: null },
    select: { id: true, accountId: true },
  });
  if (!row) throw notFound("person");
  return row;
}

/** @throws AppError NOT_FOUND */
export async function requireAccount(tx: Tx, workspaceId: string, id: string): Promise<void> {
  const row = await tx.account.findFirst({
    where: { workspaceId, id, archivedAt: null },
    select: { id: true },
  });
  if (!row) throw notFound("account");
}
