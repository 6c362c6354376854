import { doorPage } from "../../door-page";

type Params = { params: Promise<{ token: string; language: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { token, language } = await params;
  return doorPage(request, token, language);
}
