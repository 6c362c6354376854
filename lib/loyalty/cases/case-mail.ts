import { formatDay } from "@/lib/format/date";
import { html } from "@/lib/format/html";
import { staffWords } from "@/lib/i18n/staff-words";
import { colleagueMail, type MailReader } from "@/lib/mail/colleague-mail";
import type { MailContent } from "@/lib/mail/compose-message";
import { mailButton, mailParagraph, mailSmallPrint } from "@/lib/mail/mail-frame";

type GivenCase = {
  reader: MailReader;
  /** Null where it was no colleague of ours, but a system. */
  givenBy: string | null;
  account: string;
  note: string | null;
  dueOn: string;
  url: string;
};

/** What is to be followed up stands in the mail and never in its subject. */
export function caseMail({ reader, givenBy, account, note, dueOn, url }: GivenCase): MailContent {
  const { name, locale } = reader;
  const t = staffWords(locale, "mails");
  const greeting = t("greeting", { name });
  const said =
    givenBy === null ? t("case.given", { account }) : t("case.givenBy", { by: givenBy, account });
  const quote = note === null ? null : t("quote", { comment: note });
  const due = t("case.due", { date: formatDay(dueOn, locale) });
  const body = html`${mailParagraph(greeting)}${mailParagraph(said)}${quote === null ? null : mailParagraph(quote)}${mailParagraph(due)}${mailButton(t("case.open"), url)}${mailSmallPrint(t("case.foot"))}`;
  return colleagueMail({
    subject: t("case.subject", { account }),
    reader,
    body,
    text: [
      greeting,
      said,
      ...(quote === null ? [] : [quote]),
      due,
      `${t("case.open")}: ${url}`,
      t("case.foot"),
    ],
  });
}
