import { isAppError } from "@/lib/errors";
import { html, type SafeHtml } from "@/lib/format/html";
import { respondentTexts } from "@/lib/i18n/respondent-text";
import { respondentDocument } from "./respondent-document";
import { languageOf } from "./respondent-request";

/** The database does not answer, or not in time; it passes by itself. */
export function isBusy(error: unknown): boolean {
  return isAppError(error) && error.code === "UNAVAILABLE";
}

/** @param form what was sent; without it the page itself can be opened again. */
export async function orBusy(
  request: Request,
  answer: () => Promise<Response>,
  form: Record<string, string> | null = null,
): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (isBusy(error)) return busyPage(request, form);
    throw error;
  }
}

function again(request: Request, form: Record<string, string> | null, label: string): SafeHtml {
  const { pathname, search } = new URL(request.url);
  if (form === null) return html`<p><a href="${pathname}${search}">${label}</a></p>`;
  const fields = Object.entries(form).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form method="post" action="${pathname}${search}">${fields}<button class="wide" type="submit">${label}</button></form>`;
}

/**
 * Nothing is asked of the database here. What was sent stands in a form that sends it once more, so
 * that neither the score nor a word is lost; sent twice it counts once.
 */
export function busyPage(request: Request, form: Record<string, string> | null = null): Response {
  const language = languageOf(request);
  const say = respondentTexts(language);
  const title = say(form ? "page.notSaved" : "page.busy");
  const body = html`<h1>${title}</h1>${form && html`<p>${say("page.notSavedMeaning")}</p>`}${again(request, form, say(form ? "page.sendAgain" : "page.openAgain"))}`;
  return respondentDocument(request, { language, title, body, status: 503 });
}
