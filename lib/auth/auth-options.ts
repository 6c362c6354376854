import type { AuthOptions } from "next-auth";
import { db } from "@/lib/db/client";
import { readEnv, setAuthAddress } from "@/lib/env";
import { linkOidcUser } from "./link-oidc-user";
import { oidcProvider } from "./oidc-provider";
import { sessionCookie } from "./session-cookie";
import { SESSION_DAYS, startSession } from "./session-rows";

const UNKNOWN = "/sign-in?problem=unknown";
export const CSRF_COOKIE = "holdfast-sso";

/** next-auth runs the exchange with the identity provider; passwords and session rows are ours. */
export function authOptions(): AuthOptions {
  setAuthAddress();
  const provider = oidcProvider();
  return {
    secret: readEnv().AUTH_SECRET,
    providers: provider ? [provider] : [],
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 86_400 },
    cookies: {
      sessionToken: sessionCookie(),
      csrfToken: { name: CSRF_COOKIE, options: { ...sessionCookie().options, maxAge: undefined } },
    },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    callbacks: {
      async signIn({ profile }) {
        return (await linkOidcUser(profile ?? {})) === null ? UNKNOWN : true;
      },
      async jwt({ token, profile }) {
        if (!profile) return { sub: token.sub ?? "", sid: token.sid };
        const userId = await linkOidcUser(profile);
        if (userId === null) throw new Error("the identity provider named nobody we know");
        const session = await startSession(db(), { userId, now: new Date() });
        return { sub: session.userId, sid: session.sessionId };
      },
    },
  };
}
