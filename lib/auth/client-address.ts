import { headers } from "next/headers";

/**
 * Where a request came from. The last entry is the one our own server or proxy saw; those before it
 * are claims of the client.
 */
export function addressIn(of: Pick<Headers, "get">): string {
  const forwarded = of.get("x-forwarded-for") ?? "";
  return forwarded.split(",").at(-1)?.trim() || "unknown";
}

/** The same for a page or an action, whose request is the framework's. */
export async function clientAddress(): Promise<string> {
  return addressIn(await headers());
}
