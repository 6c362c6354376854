import { isAppError } from "@/lib/errors";
import { addDetails } from "@/lib/surveys/answers/add-details";
import { busyPage, isBusy } from "../../busy-page";
import { seeOther } from "../../respondent-document";
import { linkCall, pressOf, readForm } from "../../respondent-request";

type Params = { params: Promise<{ token: string }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const path = `/s/${token}`;
  const form = await readForm(request);
  const input = { ...pressOf(request, form), comment: form.comment, fields: form };
  try {
    const result = await addDetails({ ...(await linkCall(token)), input });
    return seeOther(result === null ? path : `${path}/thanks?done=1`);
  } catch (error) {
    if (isBusy(error)) return busyPage(request, form);
    // Closed meanwhile, or no score yet: the page says which.
    if (isAppError(error)) return seeOther(path);
    throw error;
  }
}
