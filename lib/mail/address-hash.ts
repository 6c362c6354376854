import { createHmac } from "node:crypto";
import type { LinkKey } from "./link-token";

function hashWith({ id, key }: LinkKey, workspaceId: string, address: string): string {
  const text = `suppression\0${workspaceId}\0${address.trim().toLowerCase()}`;
  return `${id}:${createHmac("sha256", key).update(text).digest("hex")}`;
}

/** What a suppression keeps instead of the address: nobody can read it back or compare workspaces. */
export function addressHash(
  keys: readonly LinkKey[],
  workspaceId: string,
  address: string,
): string {
  const [current] = keys;
  if (!current) throw new Error("no key to hash addresses with");
  return hashWith(current, workspaceId, address);
}

/** Under every key that was ever current: a suppression outlives the key it was written with. */
export function addressHashes(
  keys: readonly LinkKey[],
  workspaceId: string,
  address: string,
): string[] {
  return keys.map((key) => hashWith(key, workspaceId, address));
}
