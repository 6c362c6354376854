import { html, type SafeHtml } from "@/lib/format/html";
import type { MailContent } from "@/lib/mail/compose-message";
import { mailFrame, mailLinkCell, mailParagraph, mailSmallPrint } from "@/lib/mail/mail-frame";
import type { AnswerLine } from "./answer-line";
import { WORDS } from "./inbox-mail-words";

function link(label: string, url: string): SafeHtml {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 18px"><tr>${mailLinkCell(label, url)}</tr></table>`;
}

function quote(comment: string | null): SafeHtml[] {
  return comment === null ? [] : [mailParagraph(`“${comment}”`)];
}

function finish(parts: { subject: string; company: string; body: SafeHtml; text: string[] }) {
  const { subject, company, body, text } = parts;
  return {
    subject,
    html: mailFrame({ language: "en", title: subject, body }),
    text: `${text.join("\n\n")}\n`,
    fromName: company,
    language: "en",
  };
}

type Alert = {
  name: string;
  company: string;
  account: string | null;
  line: AnswerLine;
  reasons: readonly string[];
};

/** What somebody said stands in the mail and never in its subject. */
export function alertMail({ name, company, account, line, reasons }: Alert): MailContent {
  const said = `${line.account}: ${line.score} (${line.person})`;
  const why = `${WORDS.why} ${reasons.join("; ")}.`;
  const body = html`${mailParagraph(WORDS.greeting(name))}${mailParagraph(html`<b>${line.account}: ${line.score}</b><br>${line.person}`)}${quote(line.comment)}${mailParagraph(why)}${link(WORDS.open, line.url)}${mailSmallPrint(WORDS.alertFoot)}`;
  return finish({
    subject: WORDS.alertSubject(account),
    company,
    body,
    text: [
      WORDS.greeting(name),
      line.comment === null ? said : `${said}\n“${line.comment}”`,
      why,
      `${WORDS.open}: ${line.url}`,
      WORDS.alertFoot,
    ],
  });
}

type Digest = {
  name: string;
  company: string;
  lines: readonly AnswerLine[];
  count: number;
  inboxUrl: string;
  profileUrl: string;
};

function digestLine(line: AnswerLine): SafeHtml {
  const words = line.comment === null ? null : html`<br>“${line.comment}”`;
  return mailParagraph(
    html`<a class="i" href="${line.url}" style="color:inherit"><b>${line.account}: ${line.score}</b></a><br>${line.person}${words}`,
  );
}

export function digestMail(digest: Digest): MailContent {
  const { name, company, lines, count, inboxUrl, profileUrl } = digest;
  const rest = count - lines.length;
  const intro = WORDS.digestIntro(count);
  const more = rest > 0 ? [WORDS.more(rest)] : [];
  const foot = html`${WORDS.digestFoot} <a class="s" href="${profileUrl}" style="color:inherit">${WORDS.profile}</a>.`;
  const body = html`${mailParagraph(WORDS.greeting(name))}${mailParagraph(intro)}${lines.map(digestLine)}${more.map((text) => mailParagraph(text))}${link(WORDS.openInbox, inboxUrl)}${mailSmallPrint(foot)}`;
  return finish({
    subject: WORDS.digestSubject(count, company),
    company,
    body,
    text: [
      WORDS.greeting(name),
      intro,
      ...lines.map((line) => {
        const words = line.comment === null ? "" : `\n“${line.comment}”`;
        return `${line.account}: ${line.score} (${line.person})${words}\n${line.url}`;
      }),
      ...more,
      `${WORDS.openInbox}: ${inboxUrl}`,
      `${WORDS.digestFoot} ${WORDS.profile}: ${profileUrl}`,
    ],
  });
}
