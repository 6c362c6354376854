import type { SafeHtml } from "@/lib/format/html";
import { toLanguage } from "@/lib/i18n/languages";
import type { MailContent } from "./compose-message";
import { mailFrame } from "./mail-frame";

/** To whom, in whose language, and from which company. */
export type MailReader = { name: string; locale: string; company: string };

/** A mail to a colleague: the same in HTML and, part by part, in plain text. */
export function colleagueMail(parts: {
  subject: string;
  reader: MailReader;
  body: SafeHtml;
  text: string[];
}): MailContent {
  const { subject, reader, body, text } = parts;
  const language = toLanguage(reader.locale) ?? "en";
  return {
    subject,
    html: mailFrame({ language, title: subject, body }),
    text: `${text.join("\n\n")}\n`,
    fromName: reader.company,
    language,
  };
}
