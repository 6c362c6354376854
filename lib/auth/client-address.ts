import { headers } from "next/headers";

/**
 * Where a request came from. The last entry is the one our own server or proxy saw; those before it
 * are claims of the client.
 */
export async function clientAddress(): Promise<string> {
  const forwarded = (await headers()).get("x-forwarded-for") ?? "";
  return forwarded.split(",").at(-1)?.trim() || "unknown";
}
