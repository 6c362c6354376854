import { ZodError } from "zod";
import { orBusy } from "@/app/s/busy-page";
import { seeOther } from "@/app/s/respondent-document";
import { readForm } from "@/app/s/respondent-request";
import { setPreference } from "@/lib/consent/set-preference";
import { respondentCtx } from "@/lib/surveys/answers/respondent-ctx";

type Params = { params: Promise<{ token: string }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const form = await readForm(request);
  return orBusy(request, () => choose(token, form), form);
}

async function choose(token: string, form: Record<string, string>): Promise<Response> {
  const path = `/p/${token}`;
  const ctx = await respondentCtx({ token, purpose: "preferences", now: new Date() });
  const { preference = "", undo } = form;
  if (!ctx) return seeOther(path);
  const input = { preference, isUndo: undo === "1", source: "preferences page" };
  try {
    await setPreference({ ctx, input });
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    return seeOther(path);
  }
  return seeOther(`${path}?choice=${preference}`);
}
