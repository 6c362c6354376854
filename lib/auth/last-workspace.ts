import { readEnv } from "@/lib/env";

const SLUG_IN_PATH = /^\/w\/([a-z0-9-]{1,40})(?:\/|$)/;

/** Remembers where somebody was, so that `/` leads back there; it opens nothing by itself. */
export function lastWorkspaceCookie() {
  const secure = readEnv().APP_URL.startsWith("https:");
  return {
    name: "holdfast-workspace",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: 31_536_000 },
  } as const;
}

export function workspaceInPath(pathname: string): string | null {
  return SLUG_IN_PATH.exec(pathname)?.[1] ?? null;
}
