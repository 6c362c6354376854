import { html, type SafeHtml } from "@/lib/format/html";
import { respondentTexts } from "@/lib/i18n/respondent-text";
import type { GivenAnswer, RespondentPageDto } from "@/lib/surveys/answers/respondent-page";
import type { FollowUpItem, FollowUpView } from "@/lib/surveys/design/follow-up-views";
import { exitsFooter } from "../exits-footer";
import { HONEYPOT, radioChoice, staffNote, TOUCHED } from "../form-parts";
import { respondentDocument } from "../respondent-document";
import { thanksScript } from "../respondent-script";

type View = {
  token: string;
  page: RespondentPageDto;
  answer: GivenAnswer;
  /** The rest was sent already. */
  isDone: boolean;
  /** Said first: that this is a test. */
  note?: string;
};

/** Several things on one scale stand close together, so that none is far down the page. */
function itemFields({ question, choices }: FollowUpItem, look: "words" | "pills"): SafeHtml {
  const [only, ...rest] = choices;
  if (only && rest.length === 0) {
    return html`<div class="words tick"><label><input type="checkbox" name="${question}" value="${only.value}"><span>${only.label}</span></label></div>`;
  }
  const radios = choices.map(({ value, label, isAside }) =>
    radioChoice(question, { id: `${question}-${value}`, value, label, isAside }),
  );
  return html`<div class="${look}">${radios}</div>`;
}

function block({ text, items }: FollowUpView): SafeHtml {
  const [first] = items;
  if (items.length === 1 && first && first.text === null) {
    if (first.choices.length === 1) return itemFields(first, "words");
    return html`<fieldset><legend><h2>${text}</h2></legend>${itemFields(first, "words")}</fieldset>`;
  }
  const each = items.map(
    (item) =>
      html`<fieldset><legend><h3>${item.text ?? ""}</h3></legend>${itemFields(item, "pills")}</fieldset>`,
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
${HONEYPOT}${TOUCHED}
<button class="wide plain" type="submit">${say("page.sendTheRest")}</button>
</form>`;
}

export function thanksPage(request: Request, view: View): Response {
  const { page, token, answer } = view;
  const say = respondentTexts(page.language);
  const title = say("page.thanks", { answer: answer.label });
  const body = html`
${page.isStaff && staffNote(page.language)}
${view.note !== undefined && html`<p class="note"><strong>${view.note}</strong></p>`}
<h1>${title}</h1>
${page.thanks && html`<p>${page.thanks}</p>`}
<p><a href="/s/${token}?c=${answer.value}">${say("page.change")}</a> <span class="small">${say("page.changeUntil", { date: page.changeUntil })}</span></p>
${!view.isDone && detailsForm(view)}
${exitsFooter(page.language, page)}`;
  const script = thanksScript(page.awaitsSignal);
  return respondentDocument(request, { language: page.language, title, script, body });
}
