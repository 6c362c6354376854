import { orBusy } from "@/app/s/busy-page";
import { closedPage } from "@/app/s/closed-page";
import { languageOf } from "@/app/s/respondent-request";
import { PREFERENCES } from "@/lib/consent/preferences";
import { getPreferences } from "@/lib/surveys/answers/get-preferences";
import { respondentCtx } from "@/lib/surveys/answers/respondent-ctx";
import { preferencesPage } from "./preferences-page";

type Params = { params: Promise<{ token: string }> };

/** Shows what can be chosen; opening a link changes nothing. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  return orBusy(request, () => openPreferences(request, token));
}

async function openPreferences(request: Request, token: string): Promise<Response> {
  const ctx = await respondentCtx({ token, purpose: "preferences", now: new Date() });
  if (!ctx) {
    const language = languageOf(request);
    // Its own exits would lead back to this page.
    const exits = { preferencesUrl: null, privacyUrl: null };
    return closedPage(request, { language, lastAnswer: null, exits });
  }
  const page = await getPreferences({ ctx });
  const named = new URL(request.url).searchParams.get("choice");
  const first = PREFERENCES.find((preference) => preference === named) ?? null;
  return preferencesPage(request, { token, page, first });
}
