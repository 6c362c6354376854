import { respondentDocument } from "@/app/s/respondent-document";
import { PREFERENCES, type Preference } from "@/lib/consent/preferences";
import { html, type SafeHtml } from "@/lib/format/html";
import { type RespondentKey, respondentTexts } from "@/lib/i18n/respondent-text";
import type { PreferencesPageDto } from "@/lib/surveys/answers/get-preferences";

type View = {
  token: string;
  page: PreferencesPageDto;
  /** What the link in the mail named: it stands first. */
  first: Preference | null;
};

const WORDS: Record<Preference, { label: RespondentKey; meaning: RespondentKey }> = {
  less_often: { label: "preferences.lessOften", meaning: "preferences.lessOftenMeaning" },
  no_surveys: { label: "preferences.noSurveys", meaning: "preferences.noSurveysMeaning" },
  no_marketing: { label: "preferences.noMarketing", meaning: "preferences.noMarketingMeaning" },
  erase: { label: "preferences.eraseMe", meaning: "preferences.eraseMeMeaning" },
};

function choice({ token, page }: View, preference: Preference): SafeHtml {
  const say = respondentTexts(page.language);
  const isChosen = page.chosen[preference];
  const label = say(WORDS[preference].label);
  const meaning = say(
    WORDS[preference].meaning,
    preference === "erase" ? { date: page.eraseDate } : {},
  );
  const done = html`<p role="status"><strong>${say("preferences.done", { choice: label })}</strong></p>`;
  return html`<section class="choice">
${isChosen ? done : html`<h2>${label}</h2>`}
<p class="small" id="${preference}-meaning">${meaning}</p>
<form method="post" action="/p/${token}/choose">
<input type="hidden" name="preference" value="${preference}"><input type="hidden" name="undo" value="${isChosen ? "1" : ""}">
<button class="low plain" type="submit" aria-describedby="${preference}-meaning">${isChosen ? say("preferences.undo") : label}</button>
</form></section>`;
}

/** Standard sentences of the mail, in one place: who reads it, why this person was asked. */
function privacy({ page }: View): SafeHtml {
  const say = respondentTexts(page.language);
  const { company, reader, account } = page;
  return html`<section class="choice" id="privacy"><h2>${say("mail.privacy")}</h2>
<p class="small">${say("mail.whyYou", { account })}</p>
<p class="small">${say("mail.whoSees", { reader, company })}</p>
<p class="small">${say("mail.eraseMe")}: ${say("preferences.eraseMeMeaning", { date: page.eraseDate })}</p></section>`;
}

export function preferencesPage(request: Request, view: View): Response {
  const { page, first } = view;
  const title = respondentTexts(page.language)("preferences.heading", { company: page.company });
  const rest = PREFERENCES.filter((preference) => preference !== first);
  const order = first === null ? rest : [first, ...rest];
  const body = html`<h1>${title}</h1>${order.map((preference) => choice(view, preference))}${privacy(view)}`;
  return respondentDocument(request, { language: page.language, title, body });
}
