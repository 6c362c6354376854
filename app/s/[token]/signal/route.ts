import { ZodError } from "zod";
import { isAppError } from "@/lib/errors";
import { noteSignal } from "@/lib/surveys/answers/note-signal";
import { linkCall, pressOf, readForm } from "../../respondent-request";

type Params = { params: Promise<{ token: string }> };

/** A person's touch of the page after the press; nobody reads the answer. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const form = await readForm(request);
  const input = pressOf(request, form);
  try {
    await noteSignal({ ...(await linkCall(token)), input });
  } catch (error) {
    if (!isAppError(error) && !(error instanceof ZodError)) throw error;
  }
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
}
