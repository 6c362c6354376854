import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { type EntryRow, loadEntries } from "./load-entries";

/** The answered invitation, by its id. @throws AppError NOT_FOUND where nothing confirmed came of it. */
export async function requireAnswer(
  tx: Tx,
  workspaceId: string,
  invitationId: string,
): Promise<EntryRow> {
  const where = Prisma.sql`r.invitation_id = ${invitationId}::uuid`;
  const [row] = await loadEntries(tx, workspaceId, where, 1);
  if (!row) throw notFound("answer");
  return row;
}

/** The invitation an event belongs to, be it the score that counts, an older one or a sentence. */
export async function invitationOfAnswer(
  tx: Tx,
  workspaceId: string,
  answerId: string,
): Promise<string> {
  const event = await tx.responseEvent.findFirst({
    where: { workspaceId, id: answerId, class: "confirmed" },
    select: { invitationId: true },
  });
  if (!event?.invitationId) throw notFound("answer");
  return event.invitationId;
}
