import { readEnv } from "@/lib/env";

const COOKIE = "own";
const ONE_DAY_SECONDS = 86_400;
const TOKEN = /^[\w-]{40,200}$/;

/** The language asked for in the address before those of the browser. */
export function wishesOf(request: Request, wish: string | null): string[] {
  const accepted = request.headers.get("accept-language") ?? "";
  const tags = accepted.split(",").map((tag) => tag.split(";")[0]?.trim() ?? "");
  return [wish ?? new URL(request.url).searchParams.get("l") ?? "", ...tags].filter(Boolean);
}

/** What this browser has sent through the door; the cookie is seen by the door's own pages only. */
export function ownLink(request: Request): string | null {
  const cookies = (request.headers.get("cookie") ?? "").split(/;\s*/);
  const own = cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  return own !== undefined && TOKEN.test(own) ? own : null;
}

/** One answer a day from one device: needed to tell a second thought from a second person. */
export function rememberOwn(response: Response, door: string, own: string): void {
  const secure = readEnv().APP_URL.startsWith("https:") ? "; Secure" : "";
  response.headers.append(
    "Set-Cookie",
    `${COOKIE}=${own}; Path=/s/door/${door}; Max-Age=${ONE_DAY_SECONDS}; HttpOnly; SameSite=Lax${secure}`,
  );
}
