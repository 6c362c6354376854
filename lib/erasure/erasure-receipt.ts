import { html } from "@/lib/format/html";
import { respondentDate, respondentTexts } from "@/lib/i18n/respondent-text";
import type { MailContent } from "@/lib/mail/compose-message";
import { mailButton, mailFrame, mailParagraph } from "@/lib/mail/mail-frame";
import type { ErasurePayload } from "@/lib/mail/mail-kinds";

/** What happens to a person's details, told to the address itself: what is coming, or what was done. */
export function erasureReceipt({ language, company, ahead }: ErasurePayload): MailContent {
  const say = respondentTexts(language);
  const signature = html`${say("mail.signOff")}<br>${company}`;
  const common = { fromName: company, language };
  if (ahead === null) {
    const subject = say("erasure.subjectDone", { company });
    const paragraphs = [say("mail.greetingNoName"), say("erasure.done")];
    const body = html`${paragraphs.map((text) => mailParagraph(text))}${mailParagraph(signature)}`;
    const text = `${[...paragraphs, `${say("mail.signOff")}\n${company}`].join("\n\n")}\n`;
    return { ...common, subject, html: mailFrame({ language, title: subject, body }), text };
  }
  const subject = say("erasure.subjectAsked", { company });
  const date = respondentDate(language, ahead.eraseOn);
  const paragraphs = [
    say("mail.greetingNoName"),
    say("erasure.asked", { date }),
    say("erasure.notYou"),
  ];
  const undo = say("preferences.undo");
  const body = html`${paragraphs.map((text) => mailParagraph(text))}
${mailButton(undo, ahead.undoUrl)}
${mailParagraph(signature)}`;
  const text = `${[...paragraphs, `${undo}: ${ahead.undoUrl}`, `${say("mail.signOff")}\n${company}`].join("\n\n")}\n`;
  return { ...common, subject, html: mailFrame({ language, title: subject, body }), text };
}
