import { html, type SafeHtml } from "@/lib/format/html";
import { staffWords } from "@/lib/i18n/staff-words";
import { colleagueMail, type MailReader } from "@/lib/mail/colleague-mail";
import type { MailContent } from "@/lib/mail/compose-message";
import { mailButton, mailParagraph, mailSmallPrint } from "@/lib/mail/mail-frame";
import type { MondayPayload } from "@/lib/mail/mail-kinds";

type Monday = MondayPayload & {
  reader: MailReader;
  /** Of the workspace's pages, without a slash at its end. */
  baseUrl: string;
};

type Line = Monday["lines"][number];

function facts(line: Line, locale: string): string {
  const t = staffWords(locale, "mails");
  const risk = t("monday.atRisk", { amount: line.atRisk });
  return line.byWhen === null ? risk : `${line.byWhen} · ${risk}`;
}

function lineHtml(line: Line, url: string, locale: string): SafeHtml {
  return mailParagraph(
    html`<a class="i" href="${url}" style="color:inherit"><b>${line.account}</b></a><br>${facts(line, locale)}<br>${line.why}`,
  );
}

/** The first lines of the worklist, said as they stood on Monday morning. */
export function mondayMail({ reader, lines, total, baseUrl }: Monday): MailContent {
  const { name, locale, company } = reader;
  const t = staffWords(locale, "mails");
  const accountUrl = ({ accountId }: Line) => `${baseUrl}/accounts/${accountId}`;
  const [portfolioUrl, profileUrl] = [`${baseUrl}/portfolio`, `${baseUrl}/settings/profile`];
  const greeting = t("greeting", { name });
  const intro = t("monday.intro", { count: total });
  const more = total > lines.length ? [t("monday.more", { count: total - lines.length })] : [];
  const subject = t("monday.subject", { count: total, company });
  const foot = html`${t("monday.foot")} <a class="s" href="${profileUrl}" style="color:inherit">${t("monday.profile")}</a>.`;
  const button = mailButton(t("monday.open"), portfolioUrl);
  const body = html`${mailParagraph(greeting)}${mailParagraph(intro)}${lines.map((line) => lineHtml(line, accountUrl(line), locale))}${more.map((text) => mailParagraph(text))}${button}${mailSmallPrint(foot)}`;
  const text = [
    greeting,
    intro,
    ...lines.map((line) =>
      [line.account, facts(line, locale), line.why, accountUrl(line)].join("\n"),
    ),
    ...more,
    `${t("monday.open")}: ${portfolioUrl}`,
    `${t("monday.foot")} ${t("monday.profile")}: ${profileUrl}`,
  ];
  return colleagueMail({ subject, reader, body, text });
}
