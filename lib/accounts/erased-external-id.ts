import { createHmac } from "node:crypto";
import type { LinkKey } from "@/lib/mail/link-token";

/**
 * What an erased person's row keeps instead of the source system's id: nobody can read it back, and
 * the next import of the same file still knows that this row is not to be taken in again.
 */
export function erasedExternalIds(
  keys: readonly LinkKey[],
  workspaceId: string,
  externalId: string,
): string[] {
  return keys.map(({ id, key }) => {
    const text = `erased\0${workspaceId}\0${externalId}`;
    return `erased:${id}:${createHmac("sha256", key).update(text).digest("hex")}`;
  });
}
