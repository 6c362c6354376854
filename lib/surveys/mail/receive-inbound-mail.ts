import { logMailedTouches } from "@/lib/accounts/mail-log/log-mailed-touches";
import { type Ctx, makeCtx } from "@/lib/auth/ctx";
import { setPreference } from "@/lib/consent/set-preference";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { type InboundMail, readInboundMail } from "@/lib/mail/read-inbound-mail";
import { mailReportCtx } from "./mail-report-ctx";
import { recordMailReport } from "./record-mail-report";
import { requireSigned, type SignedPost } from "./require-signed";

type InboundPost = SignedPost & { recipient: string | null };
type Logged = Extract<InboundMail, { logged: unknown }>;
export type InboundOutcome = "taken" | "known" | "unknown";

async function read({ body, recipient, now }: InboundPost): Promise<InboundMail> {
  try {
    return await readInboundMail(readEnv().LINK_KEYS, { raw: body, recipient, now });
  } catch (cause) {
    throw new AppError("INVALID_INPUT", "The body is no mail.", { cause });
  }
}

/** The person a mail was sent to acts, through what only that mail carried. */
async function respondentOf(ctx: Ctx, mailId: string): Promise<Ctx | null> {
  const { workspace, now } = ctx;
  const mail = await withWorkspace(ctx, (tx) =>
    tx.mailOutbox.findFirst({
      where: { workspaceId: workspace.id, id: mailId },
      select: { invitation: { select: { id: true, language: true, contactId: true } } },
    }),
  );
  if (!mail?.invitation?.contactId) return null;
  const { id: invitationId, language: locale } = mail.invitation;
  return makeCtx({ actor: { type: "respondent", invitationId }, workspace, now, locale });
}

/** A refused one is answered as one that is none of ours: whoever sends mails learns nothing by it. */
async function takeLogged({ logged, mailName }: Logged, now: Date): Promise<InboundOutcome> {
  const { address, ...mail } = logged;
  const ctx = await mailReportCtx(address.workspaceId, now);
  if (!ctx) return "unknown";
  const input = { ...mail, version: address.version, mailName };
  const outcome = await logMailedTouches({ ctx, input });
  return outcome === "refused" ? "unknown" : outcome;
}

/**
 * A mail that came in: a bounce, a complaint, a colleague's mail to log, or a mail program that
 * unsubscribes by mail.
 */
export async function receiveInboundMail(post: InboundPost): Promise<InboundOutcome> {
  requireSigned(post);
  const inbound = await read(post);
  if (!inbound) return "unknown";
  if ("logged" in inbound) return takeLogged(inbound, post.now);
  const ctx = await mailReportCtx(inbound.mail.workspaceId, post.now);
  if (!ctx) return "unknown";
  const { mailId } = inbound.mail;
  if ("report" in inbound)
    return recordMailReport({ ctx, input: { mailId, report: inbound.report } });
  const respondent = await respondentOf(ctx, mailId);
  if (!respondent) return "unknown";
  const input = { preference: "no_surveys", isUndo: false, source: "unsubscribe mail" };
  await setPreference({ ctx: respondent, input });
  return "taken";
}
