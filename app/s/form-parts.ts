import { html, type SafeHtml } from "@/lib/format/html";
import type { Language } from "@/lib/i18n/languages";
import { respondentTexts } from "@/lib/i18n/respondent-text";

/** Out of sight and out of reach of the keyboard; whoever fills it in is no person. */
export const HONEYPOT: SafeHtml = html`<div class="hp" aria-hidden="true"><label>-<input type="text" name="website" tabindex="-1" autocomplete="off"></label></div>`;

/** Set by the page's script once a person's hand was seen. */
export const TOUCHED: SafeHtml = html`<input type="hidden" name="touched" value="">`;

/** Before a colleague presses: their answer is none of a customer. */
export function staffNote(language: Language): SafeHtml {
  const say = respondentTexts(language);
  return html`<p class="note"><strong>${say("page.staff")}</strong> ${say("page.staffMeaning")}</p>`;
}

type RadioChoice = {
  id: string;
  value: string;
  label: string;
  aloud?: string;
  isChecked?: boolean;
  isRequired?: boolean;
  /** No judgement: stands apart from the steps. */
  isAside?: boolean;
};

export function radioChoice(name: string, choice: RadioChoice): SafeHtml {
  const { aloud } = choice;
  const spoken = aloud !== undefined && html` aria-label="${aloud}"`;
  const marks = html`${choice.isRequired === true && html` required`}${choice.isChecked === true && html` checked`}`;
  return html`<label${choice.isAside === true && html` class="aside"`}><input type="radio" name="${name}" id="${choice.id}" value="${choice.value}"${spoken}${marks}><span>${choice.label}</span></label>`;
}
