import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { enqueueMail } from "@/lib/mail/enqueue-mail";

/** Whoever changes an answer at once is told once, of the last one. */
const WAIT_MS = 5 * 60_000;

/** For a workspace whose settings send receipts, in the transaction of a confirmed answer. */
export async function enqueueReceipt(tx: Tx, ctx: Ctx, invitationId: string): Promise<void> {
  const waiting = await tx.mailOutbox.findFirst({
    where: { workspaceId: ctx.workspace.id, invitationId, kind: "receipt", state: "pending" },
    select: { id: true },
  });
  if (waiting) return;
  const dueAt = new Date(ctx.now.getTime() + WAIT_MS);
  await enqueueMail(tx, ctx, { kind: "receipt", invitationId, payload: {}, dueAt });
}
