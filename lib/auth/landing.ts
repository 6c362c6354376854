const WITHIN_APP = /^\/w\/[a-z0-9-]+(?:[/?][\w\-./?=&%~+,:@!*()[\]]*)?$/i;

/** Where to go after sign-in: only inside the app, never to an address somebody wrote into the link. */
export function landingPath(next: unknown): string {
  return typeof next === "string" && next.length <= 2_000 && WITHIN_APP.test(next) ? next : "/";
}
