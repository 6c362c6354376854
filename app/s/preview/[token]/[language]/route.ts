import { respondentTexts } from "@/lib/i18n/respondent-text";
import { trySurvey } from "@/lib/surveys/preview/try-survey";
import { questionPage } from "../../../[token]/question-page";
import { closedPage } from "../../../closed-page";
import { languageOf } from "../../../respondent-request";

type Params = { params: Promise<{ token: string; language: string }> };

/** What a test mail leads to: the real page, which says that it is a test. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { token, language } = await params;
  const page = await trySurvey({ token, language, now: new Date(), value: null });
  if (page === null) {
    const exits = { preferencesUrl: null, privacyUrl: null };
    return closedPage(request, { language: languageOf(request), lastAnswer: null, exits });
  }
  const query = new URL(request.url).searchParams;
  const clicked = page.question.choices.find((choice) => choice.value === query.get("c"));
  return questionPage(request, {
    token: `preview/${token}/${language}`,
    page,
    selected: clicked?.value ?? null,
    isChoiceMissing: query.has("choose"),
    note: respondentTexts(page.language)("page.test"),
  });
}
