import { respondentDocument } from "@/app/s/respondent-document";
import { PREFERENCES, type Preference } from "@/lib/consent/preferences";
import { html, type SafeHtml } from "@/lib/format/html";
import { type RespondentKey, respondentTexts } from "@/lib/i18n/respondent-text";
import type { PreferencesPageDto, RecordedConsent } from "@/lib/surveys/answers/get-preferences";

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

const PURPOSES: Record<RecordedConsent["purpose"], RespondentKey> = {
  survey: "preferences.purposeSurvey",
  marketing: "preferences.purposeMarketing",
  reward: "preferences.purposeReward",
};

/** What was said by purpose, in the words it was said in. */
function recorded({ page }: View): SafeHtml {
  const say = respondentTexts(page.language);
  const state = ({ since, isGranted }: RecordedConsent): string => {
    if (since === null) return say("preferences.stateUnset");
    const key = isGranted ? "preferences.stateGranted" : "preferences.stateRefused";
    return say(key, { date: since });
  };
  const rows = page.recorded.map(
    (row) =>
      html`<dt>${say(PURPOSES[row.purpose])}</dt><dd>${state(row)}${row.wording !== null && html`<br><q>${row.wording}</q>`}</dd>`,
  );
  return html`<section class="choice"><h2>${say("preferences.recorded")}</h2><dl class="small">${rows}</dl></section>`;
}

/** Standard sentences of the mail, in one place: who reads it, why this person was asked. */
function privacy({ page }: View): SafeHtml {
  const say = respondentTexts(page.language);
  const { account, privacyUrl } = page;
  const own =
    privacyUrl !== null && html`<p class="small"><a href="${privacyUrl}">${privacyUrl}</a></p>`;
  return html`<section class="choice" id="privacy"><h2>${say("mail.privacy")}</h2>
<p class="small">${say("mail.whyYou", { account })}</p>
<p class="small">${page.whoSees}</p>
<p class="small">${say("mail.eraseMe")}: ${say("preferences.eraseMeMeaning", { date: page.eraseDate })}</p>${own}</section>`;
}

const CSS = "dl{margin:0}dt{font-weight:700;margin-top:8px}dd{margin:0}";

export function preferencesPage(request: Request, view: View): Response {
  const { page, first } = view;
  const say = respondentTexts(page.language);
  const title = say("preferences.heading", { company: page.company });
  const rest = PREFERENCES.filter((preference) => preference !== first);
  const order = first === null ? rest : [first, ...rest];
  const choices = page.chosen.isErased
    ? html`<p role="status"><strong>${say("preferences.erased")}</strong></p>`
    : html`${order.map((preference) => choice(view, preference))}`;
  const body = html`<h1>${title}</h1>${choices}${recorded(view)}${privacy(view)}`;
  return respondentDocument(request, { language: page.language, title, css: CSS, body });
}
