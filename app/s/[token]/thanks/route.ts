import { getRespondentPage } from "@/lib/surveys/answers/get-respondent-page";
import { respondentCtx } from "@/lib/surveys/answers/respondent-ctx";
import { seeOther } from "../../respondent-document";
import { isStaffOf } from "../../respondent-request";
import { thanksPage } from "../thanks-page";

type Params = { params: Promise<{ token: string }> };

/** The step after the press; without an answer, or once closed, the link's own page speaks. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const ctx = await respondentCtx({ token, purpose: "survey", now: new Date() });
  if (!ctx) return seeOther(`/s/${token}`);
  const page = await getRespondentPage({ ctx });
  const answer = page.lastPressed;
  if (!page.isOpen || !answer) return seeOther(`/s/${token}`);
  const isStaff = await isStaffOf(ctx);
  const isDone = new URL(request.url).searchParams.has("done");
  return thanksPage(request, { token, page, answer, isStaff, isDone });
}
