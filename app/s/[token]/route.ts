import { respondentCtx } from "@/lib/surveys/answers/respondent-ctx";
import { visitSurvey } from "@/lib/surveys/answers/visit-survey";
import { closedPage } from "../closed-page";
import { isPrefetch, isStaffOf, languageOf } from "../respondent-request";
import { questionPage } from "./question-page";

type Params = { params: Promise<{ token: string }> };

/** Shows the question with the clicked score selected; only the button's post answers it. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const ctx = await respondentCtx({ token, purpose: "survey", now: new Date() });
  if (!ctx) {
    const language = languageOf(request);
    return closedPage(request, { language, lastAnswer: null, preferencesUrl: `/p/${token}` });
  }
  const isStaff = await isStaffOf(ctx);
  const query = new URL(request.url).searchParams;
  const choice = query.get("c");
  const page = await visitSurvey({
    ctx,
    input: {
      method: request.method,
      choice,
      isPrefetch: isPrefetch(request),
      agent: request.headers.get("user-agent"),
      isStaff,
    },
  });
  const { language, preferencesUrl, answer } = page;
  if (!page.isOpen) {
    const lastAnswer = answer?.label ?? null;
    return closedPage(request, { language, lastAnswer, preferencesUrl });
  }
  const clicked = page.question.choices.find((candidate) => candidate.value === choice);
  const selected = clicked?.value ?? answer?.value ?? null;
  const isChoiceMissing = query.has("choose");
  return questionPage(request, { token, page, selected, isStaff, isChoiceMissing });
}
