import { ZodError } from "zod";
import { isAppError } from "@/lib/errors";
import { confirmAnswer } from "@/lib/surveys/answers/confirm-answer";
import { busyPage, isBusy } from "../../busy-page";
import { seeOther } from "../../respondent-document";
import { linkCall, pressOf, readForm } from "../../respondent-request";

type Params = { params: Promise<{ token: string }> };

/** A plain handler: works without script, without referrer and after a deploy. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const path = `/s/${token}`;
  const form = await readForm(request);
  const input = { ...pressOf(request, form), score: form.score };
  try {
    const result = await confirmAnswer({ ...(await linkCall(token)), input });
    // The page behind the link says that it is closed, in the same words for every dead link.
    return seeOther(result === null ? path : `${path}/thanks`);
  } catch (error) {
    if (isBusy(error)) return busyPage(request, form);
    if (error instanceof ZodError) return seeOther(`${path}?choose=1`);
    if (!isAppError(error)) throw error;
    return seeOther(error.code === "INVALID_INPUT" ? `${path}?choose=1` : path);
  }
}
