import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import type { ReplyPayload } from "@/lib/mail/mail-kinds";
import type { ClaimedMail } from "@/lib/mail/outbox";
import type { PreparedMail } from "@/lib/mail/prepared-mail";
import { replyTo } from "./reply-refusal";

/** A colleague's own words, as plain text; whoever refused meanwhile is not written to. */
export async function prepareReply(tx: Tx, ctx: Ctx, mail: ClaimedMail): Promise<PreparedMail> {
  const { workspace } = ctx;
  const { subject, body } = mail.payload as ReplyPayload;
  const invitation = await tx.invitation.findFirst({
    where: { workspaceId: workspace.id, id: mail.invitationId ?? "" },
    select: { contactId: true },
  });
  const to = await replyTo(tx, ctx, invitation?.contactId ?? null);
  if (to.refusal !== null) return { end: { state: "suppressed", reason: to.refusal } };
  const sender = await tx.employee.findFirst({
    where: { workspaceId: workspace.id, id: mail.employeeId ?? "" },
    select: { name: true, email: true },
  });
  if (!sender) return { end: { state: "failed", reason: "no_colleague" } };
  const content = {
    subject,
    // No HTML part: the mail is what was typed.
    html: "",
    text: `${body}\n`,
    fromName: `${sender.name}, ${workspace.name}`,
    replyTo: sender.email,
  };
  return { to: to.email, content };
}
