import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "./auth-options";
import { isOidcConfigured } from "./oidc-provider";

type Params = { params: Promise<{ nextauth: string[] }> };

/** Only the way back from the identity provider is open; everything else has one way of its own. */
export async function handleAuth(request: NextRequest, context: Params): Promise<Response> {
  const { nextauth } = await context.params;
  if (nextauth[0] !== "callback" || !isOidcConfigured()) return new Response(null, { status: 404 });
  return NextAuth(request, context, authOptions());
}
