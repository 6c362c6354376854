import { visitSurvey } from "@/lib/surveys/answers/visit-survey";
import { orBusy } from "../busy-page";
import { closedPage } from "../closed-page";
import { isPrefetch, languageOf, linkCall } from "../respondent-request";
import { questionPage } from "./question-page";

type Params = { params: Promise<{ token: string }> };

/** Shows the question with the clicked score selected; only the button's post answers it. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  return orBusy(request, () => openSurvey(request, token));
}

async function openSurvey(request: Request, token: string): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const choice = query.get("c");
  const page = await visitSurvey({
    ...(await linkCall(token)),
    input: {
      method: request.method,
      choice,
      isPrefetch: isPrefetch(request),
      agent: request.headers.get("user-agent"),
    },
  });
  if (page === null) {
    const exits = { preferencesUrl: `/p/${token}`, privacyUrl: null };
    return closedPage(request, { language: languageOf(request), lastAnswer: null, exits });
  }
  const { language, answer } = page;
  if (!page.isOpen) {
    return closedPage(request, { language, lastAnswer: answer?.label ?? null, exits: page });
  }
  const clicked = page.question.choices.find((candidate) => candidate.value === choice);
  const selected = page.preselects ? (clicked?.value ?? answer?.value ?? null) : null;
  return questionPage(request, { token, page, selected, isChoiceMissing: query.has("choose") });
}
