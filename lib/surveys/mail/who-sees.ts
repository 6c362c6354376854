import type { Language } from "@/lib/i18n/languages";
import { respondentTexts } from "@/lib/i18n/respondent-text";

export type Readers = {
  company: string;
  /** Who stands for the mail; the company itself where no colleague does. */
  reader: string;
  /** The workspace keeps names from account managers. */
  hidesNames: boolean;
};

/** Who reads the answer: said in the mail and again on the page. */
export function whoSees(language: Language, { company, reader, hidesNames }: Readers): string {
  const say = respondentTexts(language);
  if (hidesNames) return say("mail.whoSeesHidden", { company });
  return reader === company
    ? say("mail.whoSeesCompany", { company })
    : say("mail.whoSees", { reader, company });
}
