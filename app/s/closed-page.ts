import { html } from "@/lib/format/html";
import type { Language } from "@/lib/i18n/languages";
import { respondentTexts } from "@/lib/i18n/respondent-text";
import { type Exits, exitsFooter } from "./exits-footer";
import { respondentDocument } from "./respondent-document";

type Closed = { language: Language; lastAnswer: string | null; exits: Exits };

/** The one page for a survey that has closed and for a link that is none. */
export function closedPage(request: Request, { language, lastAnswer, exits }: Closed): Response {
  const say = respondentTexts(language);
  const title =
    lastAnswer === null ? say("page.deadLink") : say("page.closed", { answer: lastAnswer });
  const body = html`<h1>${title}</h1>${exitsFooter(language, exits)}`;
  return respondentDocument(request, { language, title, body, status: 410 });
}
