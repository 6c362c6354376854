import { orBusy } from "@/app/s/busy-page";
import { seeOther } from "@/app/s/respondent-document";
import { setPreference } from "@/lib/consent/set-preference";
import { respondentCtx } from "@/lib/surveys/answers/respondent-ctx";

type Params = { params: Promise<{ token: string }> };

/** What a mail program posts for "unsubscribe" (RFC 8058): no cookie, no redirect, 200 whatever the token. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  return orBusy(request, () => unsubscribe(token), {});
}

async function unsubscribe(token: string): Promise<Response> {
  const ctx = await respondentCtx({ token, purpose: "preferences", now: new Date() });
  if (ctx) {
    const input = { preference: "no_surveys", isUndo: false, source: "one-click" };
    await setPreference({ ctx, input });
  }
  return new Response(null, { status: 200, headers: { "Cache-Control": "no-store" } });
}

/** A person or a scanner opened the address: the page that needs a press. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  return seeOther(`/p/${token}?choice=no_surveys`);
}
