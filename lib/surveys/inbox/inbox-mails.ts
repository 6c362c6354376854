import { html, type SafeHtml } from "@/lib/format/html";
import { staffWords } from "@/lib/i18n/staff-words";
import { colleagueMail, type MailReader } from "@/lib/mail/colleague-mail";
import type { MailContent } from "@/lib/mail/compose-message";
import { mailButton, mailParagraph, mailSmallPrint } from "@/lib/mail/mail-frame";
import type { AnswerLine } from "./answer-line";
import type { AnswerNeed } from "./answer-needs";

function quoted({ comment }: AnswerLine, { locale }: MailReader): string | null {
  return comment === null ? null : staffWords(locale, "mails")("quote", { comment });
}

type Alert = {
  reader: MailReader;
  account: string | null;
  line: AnswerLine;
  needs: readonly AnswerNeed[];
};

/** What somebody said stands in the mail and never in its subject. */
export function alertMail({ reader, account, line, needs }: Alert): MailContent {
  const t = staffWords(reader.locale, "mails");
  const greeting = t("greeting", { name: reader.name });
  const comment = quoted(line, reader);
  const why = t("alert.why", { reasons: needs.map((need) => t(`needs.${need}`)).join("; ") });
  const said = `${line.account}: ${line.score} (${line.person})`;
  const body = html`${mailParagraph(greeting)}${mailParagraph(html`<b>${line.account}: ${line.score}</b><br>${line.person}`)}${comment === null ? null : mailParagraph(comment)}${mailParagraph(why)}${mailButton(t("alert.open"), line.url)}${mailSmallPrint(t("alert.foot"))}`;
  return colleagueMail({
    subject: account === null ? t("alert.subject") : t("alert.subjectFrom", { account }),
    reader,
    body,
    text: [
      greeting,
      comment === null ? said : `${said}\n${comment}`,
      why,
      `${t("alert.open")}: ${line.url}`,
      t("alert.foot"),
    ],
  });
}

type Digest = {
  reader: MailReader;
  lines: readonly AnswerLine[];
  count: number;
  inboxUrl: string;
  profileUrl: string;
};

function digestLine(line: AnswerLine, reader: MailReader): SafeHtml {
  const comment = quoted(line, reader);
  return mailParagraph(
    html`<a class="i" href="${line.url}" style="color:inherit"><b>${line.account}: ${line.score}</b></a><br>${line.person}${comment === null ? null : html`<br>${comment}`}`,
  );
}

function digestText(line: AnswerLine, reader: MailReader): string {
  const comment = quoted(line, reader);
  const said = `${line.account}: ${line.score} (${line.person})`;
  return [said, ...(comment === null ? [] : [comment]), line.url].join("\n");
}

export function digestMail({ reader, lines, count, inboxUrl, profileUrl }: Digest): MailContent {
  const t = staffWords(reader.locale, "mails");
  const greeting = t("greeting", { name: reader.name });
  const rest = count - lines.length;
  const intro = t("digest.intro", { count });
  const more = rest > 0 ? [t("digest.more", { count: rest })] : [];
  const foot = html`${t("digest.foot")} <a class="s" href="${profileUrl}" style="color:inherit">${t("digest.profile")}</a>.`;
  const body = html`${mailParagraph(greeting)}${mailParagraph(intro)}${lines.map((line) => digestLine(line, reader))}${more.map((text) => mailParagraph(text))}${mailButton(t("digest.openInbox"), inboxUrl)}${mailSmallPrint(foot)}`;
  return colleagueMail({
    subject: t("digest.subject", { count, company: reader.company }),
    reader,
    body,
    text: [
      greeting,
      intro,
      ...lines.map((line) => digestText(line, reader)),
      ...more,
      `${t("digest.openInbox")}: ${inboxUrl}`,
      `${t("digest.foot")} ${t("digest.profile")}: ${profileUrl}`,
    ],
  });
}
