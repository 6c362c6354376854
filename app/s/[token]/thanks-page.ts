import { html, type SafeHtml } from "@/lib/format/html";
import { respondentTexts } from "@/lib/i18n/respondent-text";
import type { GivenAnswer, RespondentPageDto } from "@/lib/surveys/answers/respondent-page";
import type { FollowUpItem, FollowUpView } from "@/lib/surveys/design/follow-up-views";
import { exitsFooter } from "../exits-footer";
import { HONEYPOT, radioChoice, STAFF_NOTE } from "../form-parts";
import { respondentDocument } from "../respondent-document";

type View = {
  token: string;
  page: RespondentPageDto;
  answer: GivenAnswer;
  isStaff: boolean;
  /** The rest was sent already. */
  isDone: boolean;
};

function itemFields({ question, choices }: FollowUpItem): SafeHtml {
  const [only, ...rest] = choices;
  if (only && rest.length === 0) {
    return html`<p><label><input type="checkbox" name="${question}" value="${only.value}"><span>${only.label}</span></label></p>`;
  }
  const radios = choices.map(({ value, label }) =>
    radioChoice(question, { id: `${question}-${value}`, value, label }),
  );
  return html`<div class="words">${radios}</div>`;
}

function block({ text, items }: FollowUpView): SafeHtml {
  const [first] = items;
  if (items.length === 1 && first && first.text === null) {
    if (first.choices.length === 1) return itemFields(first);
    return html`<fieldset><legend><h2>${text}</h2></legend>${itemFields(first)}</fieldset>`;
  }
  const each = items.map(
    (item) =>
      html`<fieldset><legend><h2>${item.text ?? ""}</h2></legend>${itemFields(item)}</fieldset>`,
  );
  return html`<section><h2>${text}</h2>${each}</section>`;
}

function detailsForm({ token, page }: View): SafeHtml {
  const say = respondentTexts(page.language);
  return html`<p>${say("page.moreIfYouLike")}</p>
<form method="post" action="/s/${token}/details">
<h2 id="why">${page.commentPrompt} <span class="small">${say("question.commentHelp")}</span></h2>
<textarea name="comment" maxlength="4000" rows="4" aria-labelledby="why"></textarea>
${page.followUps.map(block)}
${HONEYPOT}
<button class="wide plain" type="submit">${say("page.sendTheRest")}</button>
</form>`;
}

export function thanksPage(request: Request, view: View): Response {
  const { page, token, answer } = view;
  const say = respondentTexts(page.language);
  const title = say("page.thanks", { answer: answer.label });
  const body = html`
${view.isStaff && STAFF_NOTE}
<h1>${title}</h1>
${page.thanks && html`<p>${page.thanks}</p>`}
<p><a href="/s/${token}?c=${answer.value}">${say("page.change")}</a> <span class="small">${say("page.changeUntil", { date: page.changeUntil })}</span></p>
${!view.isDone && detailsForm(view)}
${exitsFooter(page.language, page.preferencesUrl)}`;
  return respondentDocument(request, { language: page.language, title, body });
}
