import { ZodError } from "zod";
import { isAppError } from "@/lib/errors";
import { keepUnsentAnswer } from "@/lib/surveys/answers/keep-unsent-answer";
import { linkCall, pressOf, readForm } from "../../respondent-request";

type Params = { params: Promise<{ token: string }> };

/** What the page's script leaves when it is closed without a press; nobody reads the answer. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const form = await readForm(request);
  const input = { ...pressOf(request, form), score: form.score, signal: form.signal };
  try {
    await keepUnsentAnswer({ ...(await linkCall(token)), input });
  } catch (error) {
    if (!isAppError(error) && !(error instanceof ZodError)) throw error;
  }
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
}
