import { currentUser } from "@/lib/auth/session";
import { chooseLanguage, type Language } from "@/lib/i18n/languages";

const MAX_FORM_BYTES = 100_000;

/** Who holds this link, seen from the request; nothing is asked of a browser without a session. */
export async function linkCall(token: string) {
  return { token, now: new Date(), viewerId: (await currentUser())?.userId ?? null };
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
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded")) return {};
  const body = await readBody(request).catch(() => null);
  return body === null ? {} : Object.fromEntries(new URLSearchParams(body.toString()));
}

/** Mail scanners and browsers that fetch ahead say so in one of these. */
export function isPrefetch(request: Request): boolean {
  const names = ["sec-purpose", "purpose", "x-purpose", "x-moz"];
  return names.some((name) => /prefetch|prerender|preview/i.test(request.headers.get(name) ?? ""));
}

/** What a press brings besides its answer: the trap, the sign of a person, and who sends it. */
export function pressOf(request: Request, form: Record<string, string>) {
  return {
    honeypot: form.website,
    isTrusted: form.touched === "1",
    isPrefetch: isPrefetch(request),
    agent: request.headers.get("user-agent"),
  };
}
