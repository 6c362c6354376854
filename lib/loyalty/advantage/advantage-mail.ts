import { html, type SafeHtml } from "@/lib/format/html";
import { staffWords } from "@/lib/i18n/staff-words";
import { colleagueMail, type MailReader } from "@/lib/mail/colleague-mail";
import type { MailContent } from "@/lib/mail/compose-message";
import { mailButton, mailParagraph, mailSmallPrint } from "@/lib/mail/mail-frame";
import type { AdvantageAlert, AdvantagePayload } from "@/lib/mail/mail-kinds";
import { dropSentence } from "./drop-sentence";

type Advantage = AdvantagePayload & {
  reader: MailReader;
  /** Of the workspace's pages, without a slash at its end. */
  baseUrl: string;
};

/** Where surely fewer customers call us better than their alternatives; nobody is named. */
export function advantageMail({ reader, alerts, baseUrl }: Advantage): MailContent {
  const { name, locale, company } = reader;
  const t = staffWords(locale, "mails");
  const nameOf = ({ segment }: AdvantageAlert) => segment?.name ?? t("advantage.everyone");
  const urlOf = ({ segment }: AdvantageAlert) =>
    `${baseUrl}/drivers${segment ? `?segment=${segment.id}` : ""}#advantage`;
  const lineHtml = (alert: AdvantageAlert): SafeHtml =>
    mailParagraph(
      html`<a class="i" href="${urlOf(alert)}" style="color:inherit"><b>${nameOf(alert)}</b></a><br>${dropSentence(alert, locale)}`,
    );
  const [greeting, intro, foot] = [
    t("greeting", { name }),
    t("advantage.intro"),
    t("advantage.foot"),
  ];
  const subject = t("advantage.subject", { company });
  const url = `${baseUrl}/drivers#advantage`;
  const button = mailButton(t("advantage.open"), url);
  const body = html`${mailParagraph(greeting)}${mailParagraph(intro)}${alerts.map(lineHtml)}${button}${mailSmallPrint(foot)}`;
  const text = [
    greeting,
    intro,
    ...alerts.map((alert) => [nameOf(alert), dropSentence(alert, locale), urlOf(alert)].join("\n")),
    `${t("advantage.open")}: ${url}`,
    foot,
  ];
  return colleagueMail({ subject, reader, body, text });
}
