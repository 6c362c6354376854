import { html } from "@/lib/format/html";
import type { Language } from "@/lib/i18n/languages";
import { respondentTexts } from "@/lib/i18n/respondent-text";
import { exitsFooter } from "./exits-footer";
import { respondentDocument } from "./respondent-document";

type Closed = { language: Language; lastAnswer: string | null; preferencesUrl: string };

/** The one page for a survey that has closed and for a link that is none. */
export function closedPage(request: Request, closed: Closed): Response {
  const say = respondentTexts(closed.language);
  const title =
    closed.lastAnswer === null
      ? say("page.deadLink")
      : say("page.closed", { answer: closed.lastAnswer });
  const body = html`<h1>${title}</h1>${exitsFooter(closed.language, closed.preferencesUrl)}`;
  return respondentDocument(request, { language: closed.language, title, body, status: 410 });
}
