import type { Ctx } from "@/lib/auth/ctx";
import { appendConsent, latestConsents, loadConsents } from "@/lib/consent/consent-rows";
import type { Tx } from "@/lib/db/with-workspace";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { keepMailReport, type MailReport } from "@/lib/mail/mail-report";
import { suppressAddress } from "@/lib/mail/suppress-address";
import { pauseTroubledWave } from "./pause-troubled-wave";

type Reported = {
  id: string;
  kind: string;
  state: string;
  invitationId: string | null;
  waveId: string | null;
  contactId: string | null;
  accountId: string | null;
  /** Where a mail of this kind goes today. */
  address: string | null;
  /** The person answered: whatever a report says later, the mail was there. */
  isAnswered: boolean;
  /** An earlier mail to this person was refused for good. */
  hasBouncedBefore: boolean;
};

async function loadReported(tx: Tx, workspaceId: string, mailId: string): Promise<Reported | null> {
  const [row] = await tx.$queryRaw<Reported[]>`
    SELECT m.id, m.kind, m.state, m.invitation_id AS "invitationId", i.wave_id AS "waveId",
      i.contact_id AS "contactId", i.account_id AS "accountId",
      COALESCE(m.to_address, c.email) AS address,
      EXISTS (SELECT 1 FROM response_event r WHERE r.workspace_id = ${workspaceId}::uuid
        AND r.invitation_id = i.id AND r.class = 'confirmed') AS "isAnswered",
      EXISTS (SELECT 1 FROM invitation o
        JOIN mail_outbox n ON n.workspace_id = o.workspace_id AND n.invitation_id = o.id
        JOIN mail_event e ON e.workspace_id = n.workspace_id AND e.mail_id = n.id
        WHERE o.workspace_id = ${workspaceId}::uuid AND o.contact_id = i.contact_id
          AND n.id <> m.id AND e.kind = 'bounce' AND e.is_permanent) AS "hasBouncedBefore"
    FROM mail_outbox m
    LEFT JOIN invitation i ON i.workspace_id = m.workspace_id AND i.id = m.invitation_id
    LEFT JOIN contact c ON c.workspace_id = i.workspace_id AND c.id = i.contact_id
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.id = ${mailId}::uuid
    FOR UPDATE OF m`;
  return row ?? null;
}

async function setUndelivered(tx: Tx, ctx: Ctx, mail: Reported, reason: string): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const isSurvey = mail.kind === "survey";
  if (isSurvey && mail.isAnswered) return;
  const { count } = await tx.mailOutbox.updateMany({
    where: { workspaceId, id: mail.id, state: { in: ["handed", "sent", "uncertain"] } },
    data: { state: "bounced", reason, finishedAt: ctx.now, leasedUntil: null },
  });
  if (count === 0 || !isSurvey || !mail.invitationId) return;
  await tx.invitation.updateMany({
    where: { workspaceId, id: mail.invitationId },
    data: { deliveredAt: null, handedAt: null, skippedReason: reason },
  });
  if (mail.accountId) await markFactsChanged(tx, workspaceId, [mail.accountId], ctx.now);
}

async function applyBounce(tx: Tx, ctx: Ctx, mail: Reported, report: MailReport): Promise<void> {
  if (!report.isFinal) return;
  await setUndelivered(tx, ctx, mail, report.detail ?? "bounced");
  const { address, contactId } = mail;
  // The mail was forwarded, or the person has another address by now: that one did nothing wrong.
  const isOther = report.recipient !== null && report.recipient !== address?.toLowerCase();
  if (address === null || isOther) return;
  if (report.isAddressDead || mail.hasBouncedBefore) {
    await suppressAddress(tx, ctx, { address, reason: "hard_bounce", contactId });
  }
}

/** Whoever marks our mail as spam has said no, whatever else was pressed. */
async function applyComplaint(tx: Tx, ctx: Ctx, mail: Reported): Promise<void> {
  const { address, contactId } = mail;
  if (address) await suppressAddress(tx, ctx, { address, reason: "complaint", contactId });
  if (!contactId) return;
  const rows = await loadConsents(tx, ctx.workspace.id, contactId);
  const state = latestConsents(rows).get("survey")?.state;
  if (state === "withdrawn" || state === "declined") return;
  await appendConsent(tx, ctx, contactId, {
    purpose: "survey",
    state: "withdrawn",
    wording: null,
    source: "complaint",
  });
}

async function applyDelivered(tx: Tx, ctx: Ctx, mail: Reported): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const { count } = await tx.mailOutbox.updateMany({
    where: { workspaceId, id: mail.id, state: "uncertain" },
    data: { state: "sent", reason: "reported_delivered" },
  });
  if (count === 0 || mail.kind !== "survey" || !mail.invitationId) return;
  await tx.$executeRaw`
    UPDATE invitation SET delivered_at = COALESCE(handed_at, ${ctx.now})
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${mail.invitationId}::uuid`;
  if (mail.accountId) await markFactsChanged(tx, workspaceId, [mail.accountId], ctx.now);
}

/** Keeps a report once and does what follows from it. */
export async function applyMailReport(
  tx: Tx,
  ctx: Ctx,
  mailId: string,
  report: MailReport,
): Promise<"taken" | "known" | "unknown"> {
  const mail = await loadReported(tx, ctx.workspace.id, mailId);
  if (!mail) return "unknown";
  if (!(await keepMailReport(tx, ctx, mailId, report))) return "known";
  if (report.kind === "bounce") await applyBounce(tx, ctx, mail, report);
  else if (report.kind === "complaint") await applyComplaint(tx, ctx, mail);
  else await applyDelivered(tx, ctx, mail);
  if (mail.waveId && report.kind !== "delivered") await pauseTroubledWave(tx, ctx, mail.waveId);
  return "taken";
}
