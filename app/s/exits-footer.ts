import { html, type SafeHtml } from "@/lib/format/html";
import type { Language } from "@/lib/i18n/languages";
import { respondentTexts } from "@/lib/i18n/respondent-text";

export type Exits = {
  /** Null where there is nobody whose preferences they would be. */
  preferencesUrl: string | null;
  /** The workspace's own page about privacy. */
  privacyUrl: string | null;
};

/** Every page carries the same exits as the mail. */
export function exitsFooter(language: Language, exits: Exits): SafeHtml | null {
  const say = respondentTexts(language);
  const { preferencesUrl: own, privacyUrl } = exits;
  const links: [string, string | null][] = [
    [say("mail.lessOften"), own && `${own}?choice=less_often`],
    [say("mail.noSurveys"), own && `${own}?choice=no_surveys`],
    [say("mail.eraseMe"), own && `${own}?choice=erase`],
    [say("mail.privacy"), privacyUrl ?? (own && `${own}#privacy`)],
  ];
  const shown = links.filter(([, url]) => url !== null);
  if (shown.length === 0) return null;
  const items = shown.map(
    ([label, url], i) =>
      html`<a href="${url}" rel="nofollow">${label}</a>${i < shown.length - 1 && "\u00a0· "}`,
  );
  return html`<footer>${items}</footer>`;
}
