import { html, type SafeHtml } from "@/lib/format/html";
import type { Choice } from "../design/survey-question";
import type { SurveyMailLines } from "./survey-mail-lines";

const INK = "#1d1c1a";
const SECOND_INK = "#57534b";
const CELL = "#f1efe9";
const NUMBERS_PER_ROW = 6;

function paragraph(text: string, style = "margin:0 0 14px"): SafeHtml {
  return html`<p style="${style};font-size:15px;line-height:22px;color:${INK}">${text}</p>`;
}

function numberCell(choice: Choice, url: string): SafeHtml {
  return html`<td width="44" height="44" align="center" valign="middle" bgcolor="${CELL}" style="width:44px;height:44px;background:${CELL};border:1px solid #8a847a"><a href="${url}" aria-label="${choice.aloud}" title="${choice.aloud}" style="display:block;width:44px;line-height:44px;font-size:16px;color:${INK};text-decoration:none">${choice.label}</a></td>`;
}

/** Two tables side by side where there is room, one under the other on a phone: no media query. */
function numberTable(choices: Choice[], lines: SurveyMailLines): SafeHtml {
  return html`<table role="presentation" align="left" cellpadding="0" cellspacing="3" border="0" style="border-collapse:separate"><tr>${choices.map((choice) => numberCell(choice, lines.links.choice(choice.value)))}</tr></table>`;
}

function numberChoices(lines: SurveyMailLines): SafeHtml {
  const { choices, ends } = lines.question;
  const end = (text: string, align: string): SafeHtml =>
    html`<td align="${align}" style="padding:6px 3px 0;font-size:13px;line-height:18px;color:${SECOND_INK}">${text}</td>`;
  return html`<tr><td>${numberTable(choices.slice(0, NUMBERS_PER_ROW), lines)}${numberTable(choices.slice(NUMBERS_PER_ROW), lines)}</td></tr>
<tr><td><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>${end(`0: ${ends?.low}`, "left")}${end(`10: ${ends?.high}`, "right")}</tr></table></td></tr>`;
}

function wordChoice(choice: Choice, url: string): SafeHtml {
  return html`<tr><td height="44" valign="middle" bgcolor="${CELL}" style="height:44px;background:${CELL};border:1px solid #8a847a"><a href="${url}" style="display:block;padding:11px 14px;font-size:15px;line-height:22px;color:${INK};text-decoration:none">${choice.label}</a></td></tr>`;
}

function wordChoices(lines: SurveyMailLines): SafeHtml {
  const rows = lines.question.choices.map((c) => wordChoice(c, lines.links.choice(c.value)));
  return html`<tr><td><table role="presentation" width="100%" cellpadding="0" cellspacing="4" border="0" style="border-collapse:separate">${rows}</table></td></tr>`;
}

function exitLinks(lines: SurveyMailLines): SafeHtml[] {
  return lines.exits.map(
    (exit, i) =>
      html`<a href="${exit.url}" style="color:${SECOND_INK};text-decoration:underline">${exit.label}</a>${i < lines.exits.length - 1 && "\u00a0· "}`,
  );
}

/** Tables and inline styles only, no picture, every colour with its background. */
export function surveyMailHtml(lines: SurveyMailLines): string {
  const { question } = lines;
  return html`<!doctype html>
<html lang="${lines.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${lines.subject}</title></head>
<body style="margin:0;padding:0;background:#ffffff;color:${INK};font-family:Arial,Helvetica,sans-serif">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff"><tr><td style="padding:20px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="max-width:600px;background:#ffffff"><tr><td>
${paragraph(lines.greeting)}
${paragraph(lines.purpose)}
<p style="margin:20px 0 12px;font-size:16px;line-height:23px;font-weight:bold;color:${INK}">${question.text}</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${question.ends ? numberChoices(lines) : wordChoices(lines)}</table>
${paragraph(`${lines.how} ${lines.whoSees}`, "margin:16px 0 14px")}
<p style="margin:0 0 20px;font-size:15px;line-height:22px;color:${INK}">${lines.signOff}<br>${lines.signature}</p>
<p style="margin:0 0 16px;font-size:13px;line-height:20px;color:${SECOND_INK}">${lines.whyYou}</p>
<p style="margin:0;padding-top:14px;border-top:1px solid #e6e3db;font-size:13px;line-height:26px;color:${SECOND_INK}">${exitLinks(lines)}</p>
</td></tr></table>
</td></tr></table>
</body></html>
`.markup;
}
