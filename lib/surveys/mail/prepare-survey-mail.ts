import type { Ctx } from "@/lib/auth/ctx";
import { surveyRefusals } from "@/lib/consent/mail-refusals";
import type { Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { dateIn } from "@/lib/format/calendar";
import { log } from "@/lib/log";
import type { SurveyMailPayload } from "@/lib/mail/mail-kinds";
import type { ClaimedMail } from "@/lib/mail/outbox";
import type { PreparedMail } from "@/lib/mail/prepared-mail";
import {
  type AskingSettings,
  loadAskingSettings,
  type SendingMode,
  sendingMode,
} from "@/lib/workspaces/asking-settings";
import { type InvitationFacts, loadInvitation } from "../answers/load-invitation";
import { loadSeldomReasons } from "../design/load-seldom-reasons";
import { isSeldom } from "../design/seldom-questions";
import { nextAskingTime } from "../waves/asking-time";
import { loadAccountAsks } from "../waves/load-account-asks";
import { loadLastAsked } from "../waves/load-last-asked";
import { type SkipReason, skipReason } from "../waves/skip-reason";
import { loadMailFacts, type MailFacts } from "./load-mail-facts";
import { lockAsked } from "./lock-asked";
import { neutralMailProblems } from "./neutral-check";
import { surveyLinks } from "./survey-links";
import { surveyMail } from "./survey-mail";
import { type SurveyMailInput, surveyMailLines } from "./survey-mail-lines";

type Asking = {
  invitation: InvitationFacts;
  facts: MailFacts;
  settings: AskingSettings;
  mode: SendingMode;
  isReminder: boolean;
  asksDespiteInterval: boolean;
};

/** Whether the survey's own question may be asked of this person now. */
async function seldomReasonNow(
  tx: Tx,
  ctx: Ctx,
  { asked, contact, account, invitationId }: InvitationFacts,
  today: string,
): Promise<SkipReason | null> {
  if (!isSeldom(asked.question)) return null;
  const except = { exceptInvitationId: invitationId, counting: "claimed" } as const;
  const call = { workspace: ctx.workspace, today, asked, ...except };
  const person = { contactId: contact.id, accountId: account.id };
  const reasons = await loadSeldomReasons(tx, call, [person]);
  return reasons.get(contact.id)?.get(asked.question) ?? null;
}

async function reasonNow(tx: Tx, ctx: Ctx, asking: Asking): Promise<SkipReason | null> {
  const { invitation, facts, mode, isReminder, asksDespiteInterval } = asking;
  const { contact } = invitation;
  const workspaceId = ctx.workspace.id;
  const today = dateIn(ctx.workspace.timeZone, ctx.now);
  if (invitation.isWaveClosed || invitation.closesOn < today) return "closed";
  if (isReminder && facts.isAnswered) return "answered";
  const recipient = {
    contactId: contact.id,
    email: contact.email,
    needsConsent: mode === "opt_in_first",
  };
  const refusals = await surveyRefusals(tx, workspaceId, readEnv().LINK_KEYS, [recipient]);
  const asked = await loadLastAsked(
    tx,
    workspaceId,
    [contact.id],
    "claimed",
    invitation.invitationId,
  );
  const lastAskedAt = asked.get(contact.id) ?? null;
  const asks = await loadAccountAsks(
    tx,
    ctx,
    [invitation.account.id],
    "claimed",
    invitation.invitationId,
  );
  const person = {
    ...contact,
    refusal: refusals.get(contact.id) ?? null,
    lastAskedAt,
    accountAsks: asks.get(invitation.account.id) ?? 0,
  };
  const rules = asking.settings;
  // A reminder belongs to the ask before it, which was counted then.
  const isExempt = asksDespiteInterval || isReminder;
  const at = { now: ctx.now, today, asksDespiteInterval: isExempt, rules };
  return skipReason(person, at) ?? seldomReasonNow(tx, ctx, invitation, today);
}

function mailInput(ctx: Ctx, asking: Asking): SurveyMailInput {
  const { invitation, facts, settings, mode, isReminder } = asking;
  const subject = { workspaceId: ctx.workspace.id, invitationId: invitation.invitationId };
  return {
    language: invitation.language,
    asked: invitation.asked,
    firstName: invitation.contact.firstName,
    account: invitation.account.name,
    sender: invitation.sender,
    links: surveyLinks(readEnv(), subject, invitation.tokenVersion),
    senderName: settings.senderName,
    hidesNames: settings.hidesNames,
    privacyUrl: settings.privacyUrl,
    reminder: isReminder && facts.sentOn ? { sentOn: facts.sentOn, chosen: facts.chosen } : null,
    whatChanged: mode === "normal" && !isReminder ? facts.whatChanged : null,
    campaign: facts.waveId,
  };
}

async function loadAsking(tx: Tx, ctx: Ctx, mail: ClaimedMail): Promise<Asking | null> {
  const { workspace, now } = ctx;
  if (mail.invitationId === null) return null;
  await lockAsked(tx, workspace.id, mail.invitationId);
  const invitation = await loadInvitation(tx, workspace, mail.invitationId);
  const facts = await loadMailFacts(tx, workspace, mail.invitationId);
  if (!invitation || !facts) return null;
  const settings = await loadAskingSettings(tx, workspace, dateIn(workspace.timeZone, now));
  const { asksDespiteInterval = false } = mail.payload as SurveyMailPayload;
  return {
    invitation,
    facts,
    settings,
    mode: sendingMode(settings, facts.country),
    isReminder: mail.kind === "survey_reminder",
    asksDespiteInterval,
  };
}

function skipped(reason: SkipReason): PreparedMail {
  const isRefusal = reason === "opted_out" || reason === "suppressed";
  return { end: { state: isRefusal ? "suppressed" : "skipped", reason } };
}

/**
 * Runs in the transaction that claims the mail: person and account are locked before anything is
 * looked up, so what is decided here still holds when the claim is committed.
 */
export async function prepareSurveyMail(
  tx: Tx,
  ctx: Ctx,
  mail: ClaimedMail,
): Promise<PreparedMail> {
  const asking = await loadAsking(tx, ctx, mail);
  if (!asking) return skipped("erased");
  const { invitation, facts, mode } = asking;
  if (facts.waveState === "paused") return { wait: { paused: "wave_rests" } };
  const { timeZone } = ctx.workspace;
  const { settings } = asking;
  const until = nextAskingTime(ctx.now, { ...settings, timeZone, country: facts.country });
  if (until > ctx.now) return { wait: { until, reason: "working_hours" } };
  const reason = await reasonNow(tx, ctx, asking);
  if (reason !== null || !invitation.contact.email) return skipped(reason ?? "no_email");
  const input = mailInput(ctx, asking);
  const content = surveyMail(input);
  if (mode === "neutral") {
    const problems = neutralMailProblems(content, surveyMailLines(input), invitation.asked);
    if (problems.length > 0) {
      log.warn({ mailId: mail.id, problems }, "a mail of a neutral country is not neutral");
      return skipped("not_neutral");
    }
  }
  return { to: invitation.contact.email, accountId: invitation.account.id, content };
}
