import type { Ctx } from "@/lib/auth/ctx";
import { ctxForWorkspace } from "@/lib/auth/session";
import { isAppError } from "@/lib/errors";
import { chooseLanguage, type Language } from "@/lib/i18n/languages";

const MAX_FORM_BYTES = 100_000;

/** Whether this browser is signed in to the very workspace that asks. */
export async function isStaffOf(ctx: Ctx): Promise<boolean> {
  try {
    await ctxForWorkspace(ctx.workspace.slug);
    return true;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}

/** For pages that may not know whose link it is. */
export function languageOf(request: Request): Language {
  const wishes = request.headers.get("accept-language") ?? "";
  return chooseLanguage(...wishes.split(",").map((wish) => wish.split(";")[0] ?? ""));
}

/** The fields of a plain form; a body that is none, or far too large, has no fields. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const length = Number(request.headers.get("content-length") ?? "0");
  if (!(length <= MAX_FORM_BYTES)) return {};
  try {
    const fields = await request.formData();
    const entries = [...fields.entries()].filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    );
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

/** Mail scanners and browsers that fetch ahead say so in one of these. */
export function isPrefetch(request: Request): boolean {
  const names = ["sec-purpose", "purpose", "x-purpose", "x-moz"];
  return names.some((name) => /prefetch|prerender|preview/i.test(request.headers.get(name) ?? ""));
}
