import { respondentTexts } from "@/lib/i18n/respondent-text";
import { trySurvey } from "@/lib/surveys/preview/try-survey";
import { thanksPage } from "../../../../[token]/thanks-page";
import { seeOther } from "../../../../respondent-document";

type Params = { params: Promise<{ token: string; language: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { token, language } = await params;
  const query = new URL(request.url).searchParams;
  const page = await trySurvey({ token, language, now: new Date(), value: query.get("c") ?? "" });
  const answer = page?.answer;
  if (!page || !answer) return seeOther(`/s/preview/${token}/${language}`);
  return thanksPage(request, {
    token: `preview/${token}/${language}`,
    page,
    answer,
    isDone: query.has("done"),
    note: respondentTexts(page.language)("page.test"),
  });
}
