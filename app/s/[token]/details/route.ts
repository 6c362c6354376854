import { isAppError } from "@/lib/errors";
import { addDetails } from "@/lib/surveys/answers/add-details";
import { respondentCtx } from "@/lib/surveys/answers/respondent-ctx";
import { seeOther } from "../../respondent-document";
import { isStaffOf, readForm } from "../../respondent-request";

type Params = { params: Promise<{ token: string }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const path = `/s/${token}`;
  const ctx = await respondentCtx({ token, purpose: "survey", now: new Date() });
  const { website, comment, ...fields } = await readForm(request);
  if (!ctx) return seeOther(path);
  const isStaff = await isStaffOf(ctx);
  try {
    await addDetails({ ctx, input: { comment, fields, honeypot: website, isStaff } });
    return seeOther(`${path}/thanks?done=1`);
  } catch (error) {
    // Closed meanwhile, or no score yet: the page says which.
    if (isAppError(error)) return seeOther(path);
    throw error;
  }
}
