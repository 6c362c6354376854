import { readEnv } from "@/lib/env";

/**
 * For handlers that change something for a signed-in person: server actions get this check from the
 * framework. Browsers always say where a POST comes from.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  return origin === new URL(readEnv().APP_URL).origin;
}
