import { createHash, randomBytes } from "node:crypto";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { readEnv } from "@/lib/env";
import { authOptions, CSRF_COOKIE } from "./auth-options";
import { landingPath } from "./landing";
import { isOidcConfigured, OIDC_PROVIDER_ID } from "./oidc-provider";
import { isSameOrigin } from "./same-origin";

type Params = { params: Promise<{ nextauth: string[] }> };

function noSuchPage(): Response {
  return new Response(null, { status: 404 });
}

/** Only the way back from the identity provider is open; everything else has one way of its own. */
export async function handleAuth(request: NextRequest, context: Params): Promise<Response> {
  const { nextauth } = await context.params;
  if (nextauth[0] !== "callback" || !isOidcConfigured()) return noSuchPage();
  return NextAuth(request, context, authOptions());
}

/** Collects what next-auth would write to a Node response. */
function recorder() {
  const headers = new Headers();
  const seen: { url: string | null } = { url: null };
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.getSetCookie().filter(() => name === "Set-Cookie"),
    setHeader(name: string, value: string | string[]) {
      headers.delete(name);
      for (const item of [value].flat()) headers.append(name, item);
      return response;
    },
    json: (body: { url?: string }) => {
      seen.url = body.url ?? null;
    },
    send: () => {},
    end: () => {},
  };
  return { response, headers, seen };
}

/** A plain form starts single sign-on, so that it works without script; next-auth makes the request. */
export async function startSingleSignOn(request: NextRequest): Promise<Response> {
  if (!isOidcConfigured()) return noSuchPage();
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  const { APP_URL, AUTH_SECRET } = readEnv();
  const callbackUrl = `${APP_URL}${landingPath((await request.formData()).get("next"))}`;
  const csrfToken = randomBytes(32).toString("hex");
  const proof = createHash("sha256").update(`${csrfToken}${AUTH_SECRET}`).digest("hex");
  const { response, headers, seen } = recorder();
  const call = {
    method: "POST",
    query: { nextauth: ["signin", OIDC_PROVIDER_ID] },
    cookies: { [CSRF_COOKIE]: `${csrfToken}|${proof}` },
    headers: { host: new URL(APP_URL).host },
    body: { csrfToken, callbackUrl, json: "true" },
  };
  await NextAuth(call as never, response as never, authOptions());
  headers.set("Location", seen.url ?? `${APP_URL}/sign-in?problem=provider`);
  return new Response(null, { status: 303, headers });
}
