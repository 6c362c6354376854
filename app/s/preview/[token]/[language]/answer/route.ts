import { seeOther } from "../../../../respondent-document";
import { readForm } from "../../../../respondent-request";

type Params = { params: Promise<{ token: string; language: string }> };

/** Stores nothing: the next page is told in its address what was pressed. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token, language } = await params;
  const path = `/s/preview/${token}/${language}`;
  const { score = "" } = await readForm(request);
  const isChoice = /^\w{1,40}$/.test(score);
  return seeOther(isChoice ? `${path}/thanks?c=${score}` : `${path}?choose=1`);
}
