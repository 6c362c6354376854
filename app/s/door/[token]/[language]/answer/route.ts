import { ZodError } from "zod";
import { addressIn } from "@/lib/auth/client-address";
import { isAppError } from "@/lib/errors";
import { confirmAnswer } from "@/lib/surveys/answers/confirm-answer";
import { enterDoor } from "@/lib/surveys/doors/enter-door";
import { busyPage, isBusy } from "../../../../busy-page";
import { seeOther } from "../../../../respondent-document";
import { linkCall, pressOf, readForm } from "../../../../respondent-request";
import { rememberOwn, wishesOf } from "../../../door-request";

type Params = { params: Promise<{ token: string; language: string }> };

/** The press makes an invitation of one's own, and what follows happens under its link. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token, language } = await params;
  const path = `/s/door/${token}/${language}`;
  const form = await readForm(request);
  const input = { ...pressOf(request, form), score: form.score };
  try {
    const entered = await enterDoor({
      token,
      now: new Date(),
      wishes: wishesOf(request, language),
      address: addressIn(request.headers),
      input,
    });
    if (entered === null) return seeOther(path);
    await confirmAnswer({ ...(await linkCall(entered.token)), input });
    if (entered.kind === "kiosk") return seeOther(`${path}/${entered.token}/thanks`);
    const response = seeOther(`/s/${entered.token}/thanks`);
    rememberOwn(response, token, entered.token);
    return response;
  } catch (error) {
    if (isBusy(error)) return busyPage(request, form);
    if (error instanceof ZodError) return seeOther(`${path}?choose=1`);
    if (!isAppError(error)) throw error;
    return seeOther(error.code === "INVALID_INPUT" ? `${path}?choose=1` : path);
  }
}
