import { html, type SafeHtml } from "@/lib/format/html";
import { respondentTexts } from "@/lib/i18n/respondent-text";
import type { RespondentPageDto } from "@/lib/surveys/answers/respondent-page";
import { exitsFooter } from "../exits-footer";
import { HONEYPOT, radioChoice, staffNote, TOUCHED } from "../form-parts";
import { respondentDocument } from "../respondent-document";
import { questionScript } from "../respondent-script";

type View = {
  token: string;
  page: RespondentPageDto;
  /** Selected, not sent. */
  selected: string | null;
  isChoiceMissing: boolean;
  /** Said first: that this is a test. */
  note?: string;
  /** Below everything: other languages of a page that is nobody's own. */
  foot?: SafeHtml;
};

// One button whose words follow the selected cell, without script; what is sent is the selection.
function buttonCss(values: readonly string[]): string {
  const shown = values.map((v) => `form:has(#c${v}:checked) .t${v}`).join(",");
  return `@supports selector(:has(a)){button .t{display:none}form:not(:has(:checked)) .t.any,${shown}{display:inline}}@supports not selector(:has(a)){button .t:not(.any){display:none}}`;
}

function choices({ page, selected }: View): SafeHtml {
  const { question } = page;
  const cells = question.choices.map((choice) =>
    radioChoice("score", {
      id: `c${choice.value}`,
      value: choice.value,
      label: choice.label,
      ...(question.ends ? { aloud: choice.aloud } : {}),
      isChecked: choice.value === selected,
      isRequired: true,
      isAside: choice.isAside,
    }),
  );
  const { ends } = question;
  if (!ends) return html`<div class="words">${cells}</div>`;
  return html`<div class="numbers">${cells}</div><p class="ends small"><span>0 ${ends.low}</span><span>10 ${ends.high}</span></p>`;
}

function buttonWords({ page }: View, send: string): SafeHtml {
  const each = page.question.choices.map(
    ({ value }) => html`<span class="t t${value}">${page.sendLabels[value] ?? send}</span>`,
  );
  return html`<span class="t any">${send}</span>${each}`;
}

/** "Nordlys asks A… at Grenaa Havn": enough for whom it is meant, too little for a stranger. */
function headLine({ language, company, account, person }: RespondentPageDto): string {
  const say = respondentTexts(language);
  if (account === null) return company;
  return person === null
    ? say("page.headLine", { company, account })
    : say("page.headLinePerson", { company, account, person });
}

export function questionPage(request: Request, view: View): Response {
  const { page, token } = view;
  const { language, question, answer } = page;
  const say = respondentTexts(language);
  const body = html`
${page.isStaff && staffNote(page.language)}
${view.note !== undefined && html`<p class="note"><strong>${view.note}</strong></p>`}
<p class="small">${headLine(page)}</p>
${view.isChoiceMissing && html`<p class="note" role="alert">${say("page.choose")}</p>`}
${answer && html`<p class="note">${say("page.earlierAnswer", { answer: answer.label, date: answer.on })}</p>`}
<form method="post" action="/s/${token}/answer">
<fieldset><legend><h1>${question.text}</h1></legend>${choices(view)}</fieldset>
${HONEYPOT}${TOUCHED}
<button class="wide" type="submit">${buttonWords(view, say("page.send"))}</button>
</form>
<p class="small">${say("page.countsWhen")} ${say("page.changeUntil", { date: page.changeUntil })} ${page.whoSees}</p>
<p class="small">${say(page.keepsUnsentAfter === null ? "page.notYou" : "page.notYouUnsent")}</p>
${exitsFooter(language, page)}${view.foot ?? null}`;
  return respondentDocument(request, {
    language,
    title: question.text,
    css: buttonCss(question.choices.map((choice) => choice.value)),
    script: questionScript(page.keepsUnsentAfter),
    body,
  });
}
