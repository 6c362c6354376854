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

/** The body, or null where it is too large: a body in chunks does not say so beforehand. */
async function readBody(request: Request): Promise<Buffer | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > MAX_FORM_BYTES) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The fields of a plain form; a body that is none, or far too large, has no fields. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const headers = { "Content-Type": request.headers.get("content-type") ?? "" };
  try {
    const body = await readBody(request);
    if (body === null) return {};
    const fields = await new Response(new Uint8Array(body), { headers }).formData();
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
