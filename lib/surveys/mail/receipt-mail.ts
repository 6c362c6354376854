import { html } from "@/lib/format/html";
import type { Language } from "@/lib/i18n/languages";
import { respondentDate, respondentTexts } from "@/lib/i18n/respondent-text";
import type { MailContent } from "@/lib/mail/compose-message";
import { mailButton, mailFrame, mailParagraph, mailSmallPrint } from "@/lib/mail/mail-frame";
import type { SurveyLinks } from "./survey-links";

type Receipt = {
  language: Language;
  asked: { company: string };
  contact: { firstName: string | null };
  account: { name: string };
  sender: { name: string; email: string | null };
  closesOn: string;
  answer: string;
  links: SurveyLinks;
};

/** Sent to whom the survey was sent, so that an answer somebody else gave comes to light. */
export function receiptMail(receipt: Receipt): MailContent {
  const { language, asked, contact, sender, links } = receipt;
  const { company } = asked;
  const say = respondentTexts(language);
  const subject = say("mail.receiptSubject", { company });
  const greeting = contact.firstName
    ? say("mail.greeting", { firstName: contact.firstName })
    : say("mail.greetingNoName");
  const date = respondentDate(language, receipt.closesOn);
  const told = say("mail.receipt", { answer: receipt.answer, date });
  const signature =
    sender.name === company ? company : say("mail.from", { sender: sender.name, company });
  const change = say("page.change");
  const whyYou = say("mail.whyYou", { account: receipt.account.name });
  const body = html`${mailParagraph(greeting)}${mailParagraph(told)}
${mailButton(change, links.answer)}
${mailParagraph(html`${say("mail.signOff")}<br>${signature}`)}${mailSmallPrint(whyYou)}`;
  const text = [
    greeting,
    told,
    `${change}: ${links.answer}`,
    `${say("mail.signOff")}\n${signature}`,
    whyYou,
  ].join("\n\n");
  return {
    subject,
    html: mailFrame({ language, title: subject, body }),
    text: `${text}\n`,
    fromName: signature,
    replyTo: sender.email ?? undefined,
    language,
    unsubscribeUrl: links.oneClick,
  };
}
