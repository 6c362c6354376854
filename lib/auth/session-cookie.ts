import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { readEnv } from "@/lib/env";
import { SESSION_DAYS, type SessionRef } from "./session-rows";

const SESSION_SECONDS = SESSION_DAYS * 86_400;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One description for our own forms and for next-auth's handler. */
export function sessionCookie() {
  const secure = readEnv().APP_URL.startsWith("https:");
  return {
    name: secure ? "__Host-holdfast-session" : "holdfast-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: SESSION_SECONDS },
  } as const;
}

/** What the cookie of a session holds. */
export function sessionToken({ sessionId, userId }: SessionRef): Promise<string> {
  return encode({
    token: { sub: userId, sid: sessionId },
    secret: readEnv().AUTH_SECRET,
    maxAge: SESSION_SECONDS,
  });
}

/** Only from server actions and handlers: pages cannot set cookies. */
export async function rememberSession(session: SessionRef): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await sessionToken(session), options);
}

export async function forgetSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** What the cookie claims; the row behind it decides. */
export async function readSessionId(): Promise<string | null> {
  const value = (await cookies()).get(sessionCookie().name)?.value;
  if (!value) return null;
  try {
    const token = await decode({ token: value, secret: readEnv().AUTH_SECRET });
    const sessionId = token?.sid;
    return typeof sessionId === "string" && UUID.test(sessionId) ? sessionId : null;
  } catch {
    return null;
  }
}
