import { getRespondentPage } from "@/lib/surveys/answers/get-respondent-page";
import { questionPage } from "../../../../[token]/question-page";
import { seeOther } from "../../../../respondent-document";
import { linkCall } from "../../../../respondent-request";

type Params = { params: Promise<{ token: string; language: string; own: string }> };

const KIOSK_RESTART_SECONDS = 60;

/** A second thought at a kiosk, before the next person comes. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { token, language, own } = await params;
  const start = `/s/door/${token}`;
  const page = await getRespondentPage(await linkCall(own));
  if (!page?.isOpen) return seeOther(start);
  const query = new URL(request.url).searchParams;
  const response = questionPage(request, {
    token: `door/${token}/${language}/${own}`,
    page,
    selected: page.answer?.value ?? null,
    isChoiceMissing: query.has("choose"),
  });
  response.headers.set("Refresh", `${KIOSK_RESTART_SECONDS}; url=${start}`);
  return response;
}
