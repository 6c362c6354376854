// A browser resolves ".." and "//" after we have looked, so neither may be in the path.
const LEADS_ELSEWHERE = /^[^?]*(?:\/\/|\/\.)/;
const WITHIN_APP = /^\/w\/[a-z0-9-]+(?:[/?][\w\-./?=&%~+,:@!*()[\]]*)?$/i;

/** Where to go after sign-in: only inside the app, never to an address somebody wrote into the link. */
export function landingPath(next: unknown): string {
  if (typeof next !== "string" || next.length > 2_000) return "/";
  return WITHIN_APP.test(next) && !LEADS_ELSEWHERE.test(next) ? next : "/";
}
