import { html, type SafeHtml } from "@/lib/format/html";
import { toLanguage } from "@/lib/i18n/languages";
import { staffWords } from "@/lib/i18n/staff-words";
import type { MailContent } from "@/lib/mail/compose-message";
import { mailFrame, mailLinkCell, mailParagraph, mailSmallPrint } from "@/lib/mail/mail-frame";
import type { AnswerLine } from "./answer-line";
import type { AnswerNeed } from "./answer-needs";

/** To whom, in whose language, and from which company. */
type Reader = { name: string; locale: string; company: string };

function link(label: string, url: string): SafeHtml {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 18px"><tr>${mailLinkCell(label, url)}</tr></table>`;
}

function quoted({ comment }: AnswerLine, { locale }: Reader): string | null {
  return comment === null ? null : staffWords(locale, "mails")("quote", { comment });
}

function finish(parts: { subject: string; reader: Reader; body: SafeHtml; text: string[] }) {
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

type Alert = {
  reader: Reader;
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
  const body = html`${mailParagraph(greeting)}${mailParagraph(html`<b>${line.account}: ${line.score}</b><br>${line.person}`)}${comment === null ? null : mailParagraph(comment)}${mailParagraph(why)}${link(t("alert.open"), line.url)}${mailSmallPrint(t("alert.foot"))}`;
  return finish({
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
  reader: Reader;
  lines: readonly AnswerLine[];
  count: number;
  inboxUrl: string;
  profileUrl: string;
};

function digestLine(line: AnswerLine, reader: Reader): SafeHtml {
  const comment = quoted(line, reader);
  return mailParagraph(
    html`<a class="i" href="${line.url}" style="color:inherit"><b>${line.account}: ${line.score}</b></a><br>${line.person}${comment === null ? null : html`<br>${comment}`}`,
  );
}

function digestText(line: AnswerLine, reader: Reader): string {
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
  const body = html`${mailParagraph(greeting)}${mailParagraph(intro)}${lines.map((line) => digestLine(line, reader))}${more.map((text) => mailParagraph(text))}${link(t("digest.openInbox"), inboxUrl)}${mailSmallPrint(foot)}`;
  return finish({
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
