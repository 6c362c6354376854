import { getRespondentPage } from "@/lib/surveys/answers/get-respondent-page";
import { thanksPage } from "../../../../../[token]/thanks-page";
import { seeOther } from "../../../../../respondent-document";
import { linkCall } from "../../../../../respondent-request";

type Params = { params: Promise<{ token: string; language: string; own: string }> };

/** Long enough to write a sentence, short enough for the next in line. */
const SECONDS = { withForm: 60, afterwards: 8 };

/** At a kiosk the thank-you leads back to the start by itself, for the next person. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { token, language, own } = await params;
  const start = `/s/door/${token}`;
  const page = await getRespondentPage(await linkCall(own));
  const answer = page?.lastPressed;
  if (!page?.isOpen || !answer) return seeOther(start);
  const isDone = new URL(request.url).searchParams.has("done");
  const path = `door/${token}/${language}/${own}`;
  const response = thanksPage(request, { token: path, page, answer, isDone });
  const seconds = isDone ? SECONDS.afterwards : SECONDS.withForm;
  response.headers.set("Refresh", `${seconds}; url=${start}`);
  return response;
}
