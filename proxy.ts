import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { lastWorkspaceCookie, workspaceInPath } from "@/lib/auth/last-workspace";
import { NONCE_HEADER, PATH_HEADER } from "@/lib/auth/request-headers";
import { contentSecurityPolicy, securityHeaders } from "@/lib/auth/security-policy";
import { isProduction, readEnv } from "@/lib/env";

const RESPONDENT = /^\/[sp]\//;

/** Headers only. Who may see what is decided by the verbs behind the pages, never here. */
export function proxy(request: NextRequest): NextResponse {
  const env = readEnv();
  const { pathname, search } = request.nextUrl;
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy({
    nonce,
    isRespondent: RESPONDENT.test(pathname),
    isDevelopment: !isProduction(),
    formTarget: env.OIDC_ISSUER && pathname === "/sign-in" ? new URL(env.OIDC_ISSUER).origin : null,
  });
  const onward = new Headers(request.headers);
  onward.set(NONCE_HEADER, nonce);
  onward.set(PATH_HEADER, pathname + search);
  // Next reads the nonce for its own scripts from the request's policy.
  onward.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers: onward } });
  response.headers.set("Content-Security-Policy", policy);
  const fixed = securityHeaders(env.APP_URL.startsWith("https:"));
  for (const [name, value] of Object.entries(fixed)) response.headers.set(name, value);
  rememberWorkspace(request, response);
  return response;
}

function rememberWorkspace(request: NextRequest, response: NextResponse): void {
  const slug = workspaceInPath(request.nextUrl.pathname);
  const { name, options } = lastWorkspaceCookie();
  if (slug === null || request.cookies.get(name)?.value === slug) return;
  response.cookies.set(name, slug, options);
}

// Handlers stay outside: what passes through here is cut at 10 MB, and uploads are handlers.
export const config = {
  matcher: ["/((?!api/|_next/static/|_next/image|favicon\\.ico|icon\\.svg|robots\\.txt).*)"],
};
