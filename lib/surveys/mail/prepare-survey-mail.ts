import type { Ctx } from "@/lib/auth/ctx";
import { surveyRefusals } from "@/lib/consent/mail-refusals";
import type { Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { dateIn } from "@/lib/format/calendar";
import type { MailContent } from "@/lib/mail/compose-message";
import type { ClaimedMail } from "@/lib/mail/outbox";
import { type InvitationFacts, loadInvitation } from "../answers/load-invitation";
import { loadLastAsked } from "../waves/load-last-asked";
import { type SkipReason, skipReason } from "../waves/skip-reason";
import { surveyLinks } from "./survey-links";
import { surveyMail } from "./survey-mail";

export type PreparedSurveyMail =
  | { to: string; accountId: string; content: MailContent }
  | { skip: SkipReason };

async function reasonNow(
  tx: Tx,
  ctx: Ctx,
  invitation: InvitationFacts,
  asksDespiteInterval: boolean,
): Promise<SkipReason | null> {
  const { contact } = invitation;
  const workspaceId = ctx.workspace.id;
  const today = dateIn(ctx.workspace.timeZone, ctx.now);
  if (invitation.isWaveClosed || invitation.closesOn < today) return "closed";
  const recipient = { contactId: contact.id, email: contact.email };
  const refusals = await surveyRefusals(tx, workspaceId, readEnv().LINK_KEYS, [recipient]);
  const asked = await loadLastAsked(
    tx,
    workspaceId,
    [contact.id],
    "claimed",
    invitation.invitationId,
  );
  const lastAskedAt = asked.get(contact.id) ?? null;
  const person = { ...contact, refusal: refusals.get(contact.id) ?? null, lastAskedAt };
  return skipReason(person, { now: ctx.now, today, asksDespiteInterval });
}

/**
 * Runs in the transaction that claims the mail. The contact is locked first, else two workers could
 * both find that nobody asked this person lately.
 */
export async function prepareSurveyMail(
  tx: Tx,
  ctx: Ctx,
  mail: ClaimedMail,
): Promise<PreparedSurveyMail> {
  const { workspace } = ctx;
  await tx.$queryRaw`
    SELECT c.id FROM contact c
    JOIN invitation i ON i.workspace_id = c.workspace_id AND i.contact_id = c.id
    WHERE c.workspace_id = ${workspace.id}::uuid AND i.workspace_id = ${workspace.id}::uuid
      AND i.id = ${mail.invitationId}::uuid
    FOR UPDATE OF c`;
  const invitation = mail.invitationId && (await loadInvitation(tx, workspace, mail.invitationId));
  if (!invitation) return { skip: "erased" };
  const { asksDespiteInterval = false } = mail.payload as { asksDespiteInterval?: boolean };
  const skip = await reasonNow(tx, ctx, invitation, asksDespiteInterval);
  if (skip !== null || !invitation.contact.email) return { skip: skip ?? "no_email" };
  const env = readEnv();
  const subject = { workspaceId: workspace.id, invitationId: invitation.invitationId };
  const content = surveyMail({
    language: invitation.language,
    asked: invitation.asked,
    firstName: invitation.contact.firstName,
    account: invitation.account.name,
    sender: invitation.sender,
    links: surveyLinks(env, subject, invitation.tokenVersion),
    mailbox: env.MAIL_FROM,
  });
  return { to: invitation.contact.email, accountId: invitation.account.id, content };
}
