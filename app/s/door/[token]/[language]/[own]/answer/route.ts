import { ZodError } from "zod";
import { isAppError } from "@/lib/errors";
import { confirmAnswer } from "@/lib/surveys/answers/confirm-answer";
import { busyPage, isBusy } from "../../../../../busy-page";
import { seeOther } from "../../../../../respondent-document";
import { linkCall, pressOf, readForm } from "../../../../../respondent-request";

type Params = { params: Promise<{ token: string; language: string; own: string }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token, language, own } = await params;
  const path = `/s/door/${token}/${language}/${own}`;
  const form = await readForm(request);
  try {
    const input = { ...pressOf(request, form), score: form.score };
    const result = await confirmAnswer({ ...(await linkCall(own)), input });
    return seeOther(result === null ? `/s/door/${token}` : `${path}/thanks`);
  } catch (error) {
    if (isBusy(error)) return busyPage(request, form);
    if (error instanceof ZodError || (isAppError(error) && error.code === "INVALID_INPUT")) {
      return seeOther(`${path}?choose=1`);
    }
    if (isAppError(error)) return seeOther(`/s/door/${token}`);
    throw error;
  }
}
