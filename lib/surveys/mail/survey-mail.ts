import type { MailContent } from "@/lib/mail/compose-message";
import { surveyMailHtml } from "./survey-mail-html";
import { type SurveyMailInput, surveyMailLines } from "./survey-mail-lines";
import { surveyMailText } from "./survey-mail-text";

/** The survey's mail in the contact's language. */
export function surveyMail(input: SurveyMailInput): MailContent {
  const lines = surveyMailLines(input);
  return {
    subject: lines.subject,
    html: surveyMailHtml(lines),
    text: surveyMailText(lines),
    fromName: lines.from,
    replyTo: input.sender.email ?? undefined,
    language: lines.language,
    unsubscribeUrl: input.links.oneClick,
    campaign: input.campaign ?? undefined,
  };
}
