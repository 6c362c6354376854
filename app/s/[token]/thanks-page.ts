import { html, type SafeHtml } from "@/lib/format/html";
import { type RespondentKey, respondentTexts } from "@/lib/i18n/respondent-text";
import type { GivenAnswer, RespondentPageDto } from "@/lib/surveys/answers/respondent-page";
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

const ADVANTAGES: [string, RespondentKey][] = [
  ["better", "question.better"],
  ["same", "question.same"],
  ["worse", "question.worse"],
  ["no_real_alternative", "question.noRealAlternative"],
  ["cannot_say", "question.cannotSay"],
];
const SWITCHING: [string, RespondentKey][] = [
  ["yes", "question.yes"],
  ["not_sure", "question.notSure"],
  ["no", "question.no"],
];

function block(
  page: RespondentPageDto,
  name: "relativeAdvantage" | "switching",
  options: [string, RespondentKey][],
): SafeHtml {
  const say = respondentTexts(page.language);
  const radios = options.map(([value, key]) =>
    radioChoice(name, { id: `${name}-${value}`, value, label: say(key) }),
  );
  return html`<fieldset><legend><h2>${say(`question.${name}`, { company: page.company })}</h2></legend><div class="words">${radios}</div></fieldset>`;
}

function detailsForm({ token, page }: View): SafeHtml {
  const say = respondentTexts(page.language);
  return html`<p>${say("page.moreIfYouLike")}</p>
<form method="post" action="/s/${token}/details">
<h2 id="why">${say("question.comment")} <span class="small">${say("question.commentHelp")}</span></h2>
<textarea name="comment" maxlength="4000" rows="4" aria-labelledby="why"></textarea>
${page.followUps.includes("relative_advantage") && block(page, "relativeAdvantage", ADVANTAGES)}
${page.followUps.includes("switching") && block(page, "switching", SWITCHING)}
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
<p><a href="/s/${token}?c=${answer.value}">${say("page.change")}</a> <span class="small">${say("page.changeUntil", { date: page.changeUntil })}</span></p>
${!view.isDone && detailsForm(view)}
${exitsFooter(page.language, page.preferencesUrl)}`;
  return respondentDocument(request, { language: page.language, title, body });
}
