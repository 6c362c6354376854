import { doorPage } from "../door-page";

type Params = { params: Promise<{ token: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  return doorPage(request, (await params).token, null);
}
