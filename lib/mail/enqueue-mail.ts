import { newId } from "@/lib/db/new-id";
import type { InWorkspace, Tx } from "@/lib/db/with-workspace";
import { signalWork } from "@/lib/queue/signal-work";
import type { MailKind, MailPayloads } from "./mail-kinds";

type NewMail<K extends MailKind> = {
  kind: K;
  payload: MailPayloads[K];
  /** Left out where the writer finds the address when the mail is claimed: of contact or colleague. */
  to?: string;
  invitationId?: string;
  employeeId?: string;
  dueAt?: Date;
};

/**
 * Writes the mail in the caller's transaction: it exists exactly when what it speaks of exists.
 * The worker sends it soon after the commit. A `ctx` fits the second argument.
 */
export async function enqueueMail<K extends MailKind>(
  tx: Tx,
  { workspace, now }: InWorkspace & { now: Date },
  mail: NewMail<K>,
): Promise<string> {
  const id = newId();
  const dueAt = mail.dueAt ?? now;
  await tx.mailOutbox.create({
    data: {
      workspaceId: workspace.id,
      id,
      kind: mail.kind,
      invitationId: mail.invitationId ?? null,
      employeeId: mail.employeeId ?? null,
      toAddress: mail.to ?? null,
      payload: mail.payload,
      state: "pending",
      createdAt: now,
      dueAt,
    },
    select: { id: true },
  });
  await signalWork(tx, workspace.id, "mail", dueAt);
  return id;
}
