import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { prepareErasureReceipt } from "@/lib/erasure/prepare-erasure-receipt";
import { prepareAdvantageMail } from "@/lib/loyalty/advantage/prepare-advantage-mail";
import { prepareCaseMail } from "@/lib/loyalty/cases/prepare-case-mail";
import { prepareMondayMail } from "@/lib/loyalty/monday/prepare-monday-mail";
import { memberInvitationMail, passwordResetMail } from "@/lib/mail/account-mail";
import type { MailContent } from "@/lib/mail/compose-message";
import type { AccountMailPayload, MailKind } from "@/lib/mail/mail-kinds";
import type { ClaimedMail } from "@/lib/mail/outbox";
import type { PreparedMail } from "@/lib/mail/prepared-mail";
import { prepareAlert } from "@/lib/surveys/inbox/prepare-alert";
import { prepareDigest } from "@/lib/surveys/inbox/prepare-digest";
import { prepareReply } from "@/lib/surveys/inbox/prepare-reply";
import { prepareReceipt } from "@/lib/surveys/mail/prepare-receipt";
import { prepareSurveyMail } from "@/lib/surveys/mail/prepare-survey-mail";
import { prepareSurveyTest } from "@/lib/surveys/preview/prepare-survey-test";

/** The words of a claimed mail, or why it is not sent now; runs in the claiming transaction. */
export type MailWriter = (tx: Tx, ctx: Ctx, mail: ClaimedMail) => Promise<PreparedMail>;

/** In the person's own language; whoever is no user yet is written to in the workspace's. */
function accountMail(
  write: (payload: AccountMailPayload, locale: string) => MailContent,
): MailWriter {
  return async (tx, ctx, mail) => {
    if (mail.to === null) return { end: { state: "failed", reason: "no_address" } };
    const user = await tx.appUser.findUnique({
      where: { email: mail.to },
      select: { locale: true },
    });
    const locale = user?.locale ?? ctx.workspace.locale;
    return { to: mail.to, content: write(mail.payload as AccountMailPayload, locale) };
  };
}

/** One for every kind of mail there is. */
export const MAIL_WRITERS: Record<MailKind, MailWriter> = {
  survey: prepareSurveyMail,
  survey_reminder: prepareSurveyMail,
  survey_test: prepareSurveyTest,
  receipt: prepareReceipt,
  reply: prepareReply,
  alert: prepareAlert,
  digest: prepareDigest,
  monday: prepareMondayMail,
  advantage: prepareAdvantageMail,
  case: prepareCaseMail,
  erasure_receipt: prepareErasureReceipt,
  password_reset: accountMail(passwordResetMail),
  member_invitation: accountMail(memberInvitationMail),
};
