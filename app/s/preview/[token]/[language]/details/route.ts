import { seeOther } from "../../../../respondent-document";

type Params = { params: Promise<{ token: string; language: string }> };

/** Nothing of what was written is read. */
export async function POST(_request: Request, { params }: Params): Promise<Response> {
  const { token, language } = await params;
  return seeOther(`/s/preview/${token}/${language}/thanks?done=1`);
}
