import { html, type SafeHtml } from "@/lib/format/html";
import {
  MAIL_COLOURS,
  mailFrame,
  mailLinkCell,
  mailParagraph,
  mailSmallPrint,
} from "@/lib/mail/mail-frame";
import type { Choice } from "../design/survey-question";
import type { SurveyMailLines } from "./survey-mail-lines";

const NUMBERS_PER_ROW = 6;
const { ink, second, cell, edge, line } = MAIL_COLOURS;

function numberCell(choice: Choice, url: string): SafeHtml {
  return html`<td class="c" width="44" height="44" align="center" valign="middle" bgcolor="${cell}" style="width:44px;height:44px;background:${cell};border:1px solid ${edge}"><a class="i" href="${url}" aria-label="${choice.aloud}" title="${choice.aloud}" style="display:block;width:44px;line-height:44px;font-size:16px;color:${ink};text-decoration:none">${choice.label}</a></td>`;
}

/** Two tables side by side where there is room, one under the other on a phone: no media query. */
function numberTable(choices: Choice[], lines: SurveyMailLines): SafeHtml {
  return html`<table role="presentation" align="left" cellpadding="0" cellspacing="2" border="0" style="border-collapse:separate"><tr>${choices.map((choice) => numberCell(choice, lines.links.choice(choice.value)))}</tr></table>`;
}

function numberChoices(lines: SurveyMailLines): SafeHtml {
  const { choices, ends } = lines.question;
  const end = (text: string, align: string): SafeHtml =>
    html`<td class="s" align="${align}" style="padding:6px 3px 0;font-size:13px;line-height:18px;color:${second}">${text}</td>`;
  return html`<tr><td>${numberTable(choices.slice(0, NUMBERS_PER_ROW), lines)}${numberTable(choices.slice(NUMBERS_PER_ROW), lines)}</td></tr>
<tr><td><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>${end(`0: ${ends?.low}`, "left")}${end(`10: ${ends?.high}`, "right")}</tr></table></td></tr>`;
}

/** What is no judgement stands apart from the steps, below a gap. */
function wordChoices(lines: SurveyMailLines): SafeHtml {
  const row = (choice: Choice): SafeHtml =>
    html`<tr>${mailLinkCell(choice.label, lines.links.choice(choice.value))}</tr>`;
  const table = (choices: Choice[], margin: string): SafeHtml =>
    html`<tr><td style="padding-top:${margin}"><table role="presentation" width="100%" cellpadding="0" cellspacing="4" border="0" style="border-collapse:separate">${choices.map(row)}</table></td></tr>`;
  const { choices } = lines.question;
  const aside = choices.filter((choice) => choice.isAside);
  const steps = table(
    choices.filter((choice) => !choice.isAside),
    "0",
  );
  return aside.length === 0 ? steps : html`${steps}${table(aside, "8px")}`;
}

/** Each of the height of a thumb; they stand side by side where there is room. */
function exitLinks(lines: SurveyMailLines): SafeHtml {
  const links = lines.exits.map(
    ({ label, url }) =>
      html`<a class="s" href="${url}" style="display:inline-block;margin-right:18px;padding:9px 0;color:${second};text-decoration:underline">${label}</a> `,
  );
  return html`<p class="s l" style="margin:0;padding-top:6px;border-top:1px solid ${line};font-size:13px;line-height:26px;color:${second}">${links}</p>`;
}

/** Tables and inline styles only, no picture; the answers are text on a background colour. */
export function surveyMailHtml(lines: SurveyMailLines): string {
  const { question } = lines;
  const body = html`${mailParagraph(lines.greeting)}
${lines.reminder.map((text) => mailParagraph(text))}${lines.news !== null && mailParagraph(lines.news)}
${mailParagraph(lines.purpose)}
<p class="i" style="margin:20px 0 12px;font-size:16px;line-height:23px;font-weight:bold;color:${ink}">${question.text}</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${question.ends ? numberChoices(lines) : wordChoices(lines)}</table>
${mailParagraph(`${lines.how} ${lines.whoSees}`, "16px 0 14px")}
${mailParagraph(html`${lines.signOff}<br>${lines.signature}`, "0 0 20px")}
${mailSmallPrint(lines.whyYou)}
${exitLinks(lines)}`;
  return mailFrame({ language: lines.language, title: lines.subject, body });
}
