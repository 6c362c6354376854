import { html, type SafeHtml } from "@/lib/format/html";
import type { Language } from "@/lib/i18n/languages";
import { type AskedQuestion, type Choice, questionView } from "../design/survey-question";

export type DoorSnippet = { html: string; text: string };

const CELL =
  "border:1px solid #8a847a;background:#f1efe9;padding:0;font:15px/20px Arial,Helvetica,sans-serif";

function cell(choice: Choice, url: string, isNumber: boolean): SafeHtml {
  const size = isNumber ? "min-width:26px;padding:8px 4px;text-align:center" : "padding:8px 12px";
  return html`<td bgcolor="#f1efe9" style="${CELL}"><a href="${url}" aria-label="${choice.aloud}" style="display:block;${size};color:#1d1c1a;text-decoration:none">${choice.label}</a></td>`;
}

/**
 * The question for mails of the company's own: tables and inline styles, so that a mail program's
 * signature keeps it, and the same links as plain text.
 */
export function doorSnippet(language: Language, asked: AskedQuestion, link: string): DoorSnippet {
  const { text, choices, ends } = questionView(language, asked);
  const url = (choice: Choice) => `${link}?c=${choice.value}&l=${language}`;
  const isNumber = ends !== null;
  const cells = choices.map((choice) => cell(choice, url(choice), isNumber));
  const rows = isNumber ? html`<tr>${cells}</tr>` : cells.map((one) => html`<tr>${one}</tr>`);
  const foot =
    ends === null
      ? null
      : html`<p style="margin:4px 0 0;font:13px/18px Arial,Helvetica,sans-serif;color:#57534b">0: ${ends.low} · 10: ${ends.high}</p>`;
  const markup = html`<div lang="${language}"><p style="margin:0 0 6px;font:15px/20px Arial,Helvetica,sans-serif;color:#1d1c1a">${text}</p><table role="presentation" cellpadding="0" cellspacing="3" border="0" style="border-collapse:separate">${rows}</table>${foot}</div>`;
  const lines = choices.map((choice) => `${choice.aloud}: ${url(choice)}`);
  return { html: markup.markup, text: `${text}\n\n${lines.join("\n")}\n` };
}
