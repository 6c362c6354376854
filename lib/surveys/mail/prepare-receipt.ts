import type { Ctx } from "@/lib/auth/ctx";
import { surveyRefusals } from "@/lib/consent/mail-refusals";
import type { Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { dateIn } from "@/lib/format/calendar";
import type { ClaimedMail } from "@/lib/mail/outbox";
import type { PreparedMail } from "@/lib/mail/prepared-mail";
import { type InvitationFacts, loadInvitation } from "../answers/load-invitation";
import { choiceOf } from "../design/stored-answer";
import { questionView } from "../design/survey-question";
import { receiptMail } from "./receipt-mail";
import { surveyLinks } from "./survey-links";

async function answerOf(tx: Tx, ctx: Ctx, invitation: InvitationFacts): Promise<string | null> {
  const { invitationId, asked, language } = invitation;
  const row = await tx.responseEvent.findFirst({
    where: {
      workspaceId: ctx.workspace.id,
      invitationId,
      question: asked.question,
      class: "confirmed",
    },
    orderBy: [{ answeredAt: "desc" }, { id: "desc" }],
    select: { valueNumber: true, valueCode: true },
  });
  return choiceOf(questionView(language, asked), row)?.label ?? null;
}

function skipped(reason: string): PreparedMail {
  return { end: { state: "skipped", reason } };
}

/** "You answered 9": what the last confirmed answer is when the mail goes out, and how to change it. */
export async function prepareReceipt(tx: Tx, ctx: Ctx, mail: ClaimedMail): Promise<PreparedMail> {
  const { workspace, now } = ctx;
  const invitation = mail.invitationId && (await loadInvitation(tx, workspace, mail.invitationId));
  if (!invitation) return skipped("erased");
  const { contact, closesOn, isWaveClosed } = invitation;
  if (contact.isGone || !contact.email) return skipped("erased");
  if (isWaveClosed || closesOn < dateIn(workspace.timeZone, now)) return skipped("closed");
  const answer = await answerOf(tx, ctx, invitation);
  if (answer === null) return skipped("no answer that counts");
  const env = readEnv();
  const recipient = { contactId: contact.id, email: contact.email };
  const refusals = await surveyRefusals(tx, workspace.id, env.LINK_KEYS, [recipient]);
  const refusal = refusals.get(contact.id);
  if (refusal) return { end: { state: "suppressed", reason: refusal } };
  const subject = { workspaceId: workspace.id, invitationId: invitation.invitationId };
  const links = surveyLinks(env, subject, invitation.tokenVersion);
  return { to: contact.email, content: receiptMail({ ...invitation, answer, links }) };
}
