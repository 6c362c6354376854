import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { memberInvitationMail, passwordResetMail } from "@/lib/mail/account-mail";
import type { MailContent } from "@/lib/mail/compose-message";
import type { AccountMailPayload } from "@/lib/mail/mail-kinds";
import type { ClaimedMail, FinalState } from "@/lib/mail/outbox";
import { prepareSurveyMail } from "@/lib/surveys/mail/prepare-survey-mail";

export type PreparedMail =
  | { to: string; accountId: string | null; content: MailContent }
  | { end: { state: FinalState; reason: string } };

function toAccountMail(
  mail: ClaimedMail,
  write: (payload: AccountMailPayload) => MailContent,
): PreparedMail {
  if (mail.to === null) return { end: { state: "failed", reason: "no address" } };
  const content = write(mail.payload as AccountMailPayload);
  return { to: mail.to, accountId: null, content };
}

/** The words of a claimed mail, or why it is not sent; runs in the claiming transaction. */
export async function prepareMail(tx: Tx, ctx: Ctx, mail: ClaimedMail): Promise<PreparedMail> {
  switch (mail.kind) {
    case "password_reset":
      return toAccountMail(mail, passwordResetMail);
    case "member_invitation":
      return toAccountMail(mail, memberInvitationMail);
    case "survey": {
      const prepared = await prepareSurveyMail(tx, ctx, mail);
      if (!("skip" in prepared)) return prepared;
      const isRefusal = prepared.skip === "opted_out" || prepared.skip === "suppressed";
      return { end: { state: isRefusal ? "suppressed" : "skipped", reason: prepared.skip } };
    }
  }
}
