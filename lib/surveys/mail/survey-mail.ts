import type { MailContent } from "@/lib/mail/compose-message";
import { surveyMailHtml } from "./survey-mail-html";
import { type SurveyMailInput, surveyMailLines } from "./survey-mail-lines";
import { surveyMailText } from "./survey-mail-text";

/** The survey's mail in the contact's language, neutral by construction. */
export function surveyMail(input: SurveyMailInput): MailContent {
  const lines = surveyMailLines(input);
  return {
    subject: lines.subject,
    html: surveyMailHtml(lines),
    text: surveyMailText(lines),
    fromName: lines.signature,
    replyTo: input.sender.email ?? undefined,
    headers: {
      "List-Unsubscribe": `<${input.links.oneClick}>, <mailto:${input.mailbox}?subject=unsubscribe>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
      "Content-Language": lines.language,
    },
  };
}
