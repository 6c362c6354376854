import { html, type SafeHtml } from "@/lib/format/html";
import { toLanguage } from "@/lib/i18n/languages";
import { staffWords } from "@/lib/i18n/staff-words";
import type { MailContent } from "./compose-message";
import type { AccountMailPayload } from "./mail-kinds";

type Words = { subject: string; lines: string[]; button: string; foot: string };

function untilWords(expiresAt: string, locale: string): string {
  const day = new Intl.DateTimeFormat(locale.startsWith("en") ? "en-GB" : locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return `${day.format(new Date(expiresAt))} UTC`;
}

function render(words: Words, payload: AccountMailPayload, locale: string): MailContent {
  const language = toLanguage(locale) ?? "en";
  const paragraph = (text: string): SafeHtml =>
    html`<p style="margin:0 0 14px;font-size:15px;line-height:22px">${text}</p>`;
  const body = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${words.subject}</title></head>
<body style="margin:0;padding:0;background:#fbfaf7;color:#1d1c1a;font-family:Arial,Helvetica,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" bgcolor="#fbfaf7"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" bgcolor="#ffffff" style="max-width:560px;background:#ffffff;color:#1d1c1a;border:1px solid #e6e3db"><tr><td style="padding:28px;text-align:left">
${words.lines.map(paragraph)}
<table role="presentation" cellpadding="0" cellspacing="0" style="margin:6px 0 20px"><tr><td bgcolor="#0d5c4f" style="background:#0d5c4f"><a href="${payload.url}" style="display:inline-block;padding:13px 22px;color:#ffffff;font-size:15px;line-height:18px;font-weight:bold;text-decoration:none">${words.button}</a></td></tr></table>
<p style="margin:0;font-size:13px;line-height:19px;color:#57534b">${words.foot}</p>
</td></tr></table></td></tr></table></body></html>
`;
  const text = [...words.lines, `${words.button}:\n${payload.url}`, words.foot].join("\n\n");
  const { subject } = words;
  return { subject, html: body.markup, text: `${text}\n`, fromName: "Holdfast", language };
}

export function passwordResetMail(payload: AccountMailPayload, locale: string): MailContent {
  const t = staffWords(locale, "mails");
  const words = {
    subject: t("passwordReset.subject"),
    lines: [t("greeting", { name: payload.name }), t("passwordReset.asked")],
    button: t("passwordReset.button"),
    foot: t("passwordReset.foot", { until: untilWords(payload.expiresAt, locale) }),
  };
  return render(words, payload, locale);
}

export function memberInvitationMail(payload: AccountMailPayload, locale: string): MailContent {
  const t = staffWords(locale, "mails");
  const workspace = payload.workspaceName;
  const words = {
    subject: t("invitation.subject", { workspace }),
    lines: [t("greeting", { name: payload.name }), t("invitation.invited", { workspace })],
    button: t("invitation.button"),
    foot: t("invitation.foot", { until: untilWords(payload.expiresAt, locale) }),
  };
  return render(words, payload, locale);
}
