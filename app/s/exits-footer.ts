import { html, type SafeHtml } from "@/lib/format/html";
import type { Language } from "@/lib/i18n/languages";
import { type RespondentKey, respondentTexts } from "@/lib/i18n/respondent-text";

const EXITS: [RespondentKey, string][] = [
  ["mail.lessOften", "?choice=less_often"],
  ["mail.noSurveys", "?choice=no_surveys"],
  ["mail.eraseMe", "?choice=erase"],
  ["mail.privacy", "#privacy"],
];

/** Every page carries the same exits as the mail. */
export function exitsFooter(language: Language, preferencesUrl: string): SafeHtml {
  const say = respondentTexts(language);
  const links = EXITS.map(
    ([key, end], i) =>
      html`<a href="${preferencesUrl}${end}" rel="nofollow">${say(key)}</a>${i < EXITS.length - 1 && "\u00a0· "}`,
  );
  return html`<footer>${links}</footer>`;
}
