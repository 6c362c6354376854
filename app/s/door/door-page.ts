import { html, type SafeHtml } from "@/lib/format/html";
import { LANGUAGE_NAMES, type Language } from "@/lib/i18n/languages";
import { visitDoor } from "@/lib/surveys/doors/visit-door";
import { questionPage } from "../[token]/question-page";
import { closedPage } from "../closed-page";
import { seeOther } from "../respondent-document";
import { languageOf } from "../respondent-request";
import { ownLink, wishesOf } from "./door-request";

/** A page that somebody has walked away from begins anew, so that nobody sends another's choice. */
const KIOSK_RESTART_SECONDS = 90;

function otherLanguages(
  token: string,
  languages: readonly Language[],
  current: Language,
): SafeHtml {
  const others = languages.filter((language) => language !== current);
  const links = others.map(
    (language) =>
      html`<a href="/s/door/${token}/${language}" lang="${language}" hreflang="${language}">${LANGUAGE_NAMES[language]}</a> `,
  );
  return html`<p class="small">${links}</p>`;
}

/** The question as everybody gets it who comes through this door. Opening it stores nothing. */
export async function doorPage(
  request: Request,
  token: string,
  wish: string | null,
): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const choice = query.get("c");
  const door = await visitDoor({ token, now: new Date(), wishes: wishesOf(request, wish) });
  if (door === null) {
    const exits = { preferencesUrl: null, privacyUrl: null };
    return closedPage(request, { language: languageOf(request), lastAnswer: null, exits });
  }
  const { kind, page, languages } = door;
  const own = kind === "kiosk" ? null : ownLink(request);
  // Who pressed on this device today changes that answer instead of giving another.
  if (own !== null)
    return seeOther(`/s/${own}${choice === null ? "" : `?c=${encodeURIComponent(choice)}`}`);
  const clicked = page.question.choices.find((candidate) => candidate.value === choice);
  const response = questionPage(request, {
    token: `door/${token}/${page.language}`,
    page,
    selected: clicked?.value ?? null,
    isChoiceMissing: query.has("choose"),
    foot: otherLanguages(token, languages, page.language),
  });
  if (kind === "kiosk") {
    response.headers.set("Refresh", `${KIOSK_RESTART_SECONDS}; url=/s/door/${token}`);
  }
  return response;
}
