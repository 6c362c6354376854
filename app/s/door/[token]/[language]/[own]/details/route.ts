import { isAppError } from "@/lib/errors";
import { addDetails } from "@/lib/surveys/answers/add-details";
import { busyPage, isBusy } from "../../../../../busy-page";
import { seeOther } from "../../../../../respondent-document";
import { linkCall, pressOf, readForm } from "../../../../../respondent-request";

type Params = { params: Promise<{ token: string; language: string; own: string }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token, language, own } = await params;
  const form = await readForm(request);
  const input = { ...pressOf(request, form), comment: form.comment, fields: form };
  try {
    const result = await addDetails({ ...(await linkCall(own)), input });
    const thanks = `/s/door/${token}/${language}/${own}/thanks?done=1`;
    return seeOther(result === null ? `/s/door/${token}` : thanks);
  } catch (error) {
    if (isBusy(error)) return busyPage(request, form);
    if (isAppError(error)) return seeOther(`/s/door/${token}`);
    throw error;
  }
}
