import { ctxForWorkspace } from "@/lib/auth/session";
import { isAppError } from "@/lib/errors";
import { getFoundAccounts } from "@/lib/loyalty/get-found-accounts";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ workspace: string }> };

/** Accounts for what is being typed. Without them, for whatever reason, pages are still found. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const search = new URL(request.url).searchParams.get("q") ?? "";
  try {
    const ctx = await ctxForWorkspace((await params).workspace);
    const accounts = await getFoundAccounts({ ctx, input: { search: search.slice(0, 100) } });
    return Response.json({ accounts }, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    if (!isAppError(error) || error.code === "INTERNAL") throw error;
    const status =
      error.code === "UNAUTHENTICATED" ? 401 : error.code === "UNAVAILABLE" ? 503 : 404;
    return Response.json({ accounts: [] }, { status });
  }
}
