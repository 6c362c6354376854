import { ZodError } from "zod";
import { isAppError } from "@/lib/errors";
import { confirmAnswer } from "@/lib/surveys/answers/confirm-answer";
import { respondentCtx } from "@/lib/surveys/answers/respondent-ctx";
import { seeOther } from "../../respondent-document";
import { isStaffOf, readForm } from "../../respondent-request";

type Params = { params: Promise<{ token: string }> };

/** A plain handler: works without script, without referrer and after a deploy. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const path = `/s/${token}`;
  const ctx = await respondentCtx({ token, purpose: "survey", now: new Date() });
  const form = await readForm(request);
  // The page behind the link says that it is closed, in the same words for every dead link.
  if (!ctx) return seeOther(path);
  const isStaff = await isStaffOf(ctx);
  try {
    await confirmAnswer({ ctx, input: { score: form.score, honeypot: form.website, isStaff } });
    return seeOther(`${path}/thanks`);
  } catch (error) {
    if (error instanceof ZodError) return seeOther(`${path}?choose=1`);
    if (!isAppError(error)) throw error;
    return seeOther(error.code === "INVALID_INPUT" ? `${path}?choose=1` : path);
  }
}
