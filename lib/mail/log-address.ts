import { createHmac, timingSafeEqual } from "node:crypto";
import { bytesToId, idToBytes } from "@/lib/format/id-bytes";
import { decodeFolded, encodeFolded } from "./folded-base32";
import type { LinkKey } from "./link-token";

/** What a workspace's address for logging mails names; raising the version ends the one before. */
export type LogAddress = { workspaceId: string; version: number };

const VERSION_BYTES = 2;
const MAC_BYTES = 12;
const NAMED_BYTES = 16 + VERSION_BYTES;
const LETTERS = Math.ceil(((NAMED_BYTES + MAC_BYTES) * 8) / 5);

function macOf(key: Buffer, named: Buffer): Buffer {
  return createHmac("sha256", key).update("log\0").update(named).digest().subarray(0, MAC_BYTES);
}

/** The part before the @: made from what it names, so that nobody can guess another workspace's. */
export function logAddressName(keys: readonly LinkKey[], address: LogAddress): string {
  const [signing] = keys;
  if (!signing) throw new Error("no key to sign addresses with");
  const version = Buffer.alloc(VERSION_BYTES);
  version.writeUInt16BE(address.version);
  const named = Buffer.concat([idToBytes(address.workspaceId), version]);
  return `log-${encodeFolded(Buffer.concat([named, macOf(signing.key, named)]))}`;
}

/** The workspace a mail's address names; null where we did not make it. */
export function readLogAddress(keys: readonly LinkKey[], address: string): LogAddress | null {
  const shape = new RegExp(`^log-([a-z2-7]{${LETTERS}})@`);
  const letters = shape.exec(address.slice(0, 320).toLowerCase())?.[1];
  if (letters === undefined) return null;
  const bytes = decodeFolded(letters);
  const named = bytes.subarray(0, NAMED_BYTES);
  const mac = bytes.subarray(NAMED_BYTES);
  if (!keys.some(({ key }) => timingSafeEqual(macOf(key, named), mac))) return null;
  return { workspaceId: bytesToId(named.subarray(0, 16)), version: named.readUInt16BE(16) };
}
