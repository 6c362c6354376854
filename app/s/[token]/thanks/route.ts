import { getRespondentPage } from "@/lib/surveys/answers/get-respondent-page";
import { orBusy } from "../../busy-page";
import { seeOther } from "../../respondent-document";
import { linkCall } from "../../respondent-request";
import { thanksPage } from "../thanks-page";

type Params = { params: Promise<{ token: string }> };

/** The step after the press; without an answer, or once closed, the link's own page speaks. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  return orBusy(request, () => thank(request, token));
}

async function thank(request: Request, token: string): Promise<Response> {
  const page = await getRespondentPage(await linkCall(token));
  const answer = page?.lastPressed;
  if (!page?.isOpen || !answer) return seeOther(`/s/${token}`);
  const isDone = new URL(request.url).searchParams.has("done");
  return thanksPage(request, { token, page, answer, isDone });
}
