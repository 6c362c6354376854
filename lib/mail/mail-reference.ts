import { createHmac, timingSafeEqual } from "node:crypto";
import { bytesToId, idToBytes } from "@/lib/format/id-bytes";
import { decodeFolded, encodeFolded } from "./folded-base32";
import type { LinkKey } from "./link-token";

/** What mail servers know a mail by: in its Message-ID and in the address it comes back to. */
export type MailReference = { workspaceId: string; mailId: string };

const ID_BYTES = 16;
// With one letter in front this fills the 64 characters an address may have before its @.
const MAC_BYTES = 7;

function macOf(key: Buffer, ids: Buffer): Buffer {
  return createHmac("sha256", key).update("mail\0").update(ids).digest().subarray(0, MAC_BYTES);
}

export function mailReference(
  keys: readonly LinkKey[],
  { workspaceId, mailId }: MailReference,
): string {
  const [signing] = keys;
  if (!signing) throw new Error("no key to sign mail references with");
  const ids = Buffer.concat([idToBytes(workspaceId), idToBytes(mailId)]);
  return encodeFolded(Buffer.concat([ids, macOf(signing.key, ids)]));
}

function readExact(keys: readonly LinkKey[], text: string): MailReference | null {
  const bytes = decodeFolded(text);
  const ids = bytes.subarray(0, 2 * ID_BYTES);
  const mac = bytes.subarray(2 * ID_BYTES);
  const isOurs = keys.some(({ key }) => timingSafeEqual(macOf(key, ids), mac));
  if (!isOurs) return null;
  return {
    workspaceId: bytesToId(ids.subarray(0, ID_BYTES)),
    mailId: bytesToId(ids.subarray(ID_BYTES)),
  };
}

/** The mail an address, a Message-ID or a line of a header speaks of; null where it names none of ours. */
export function readMailReference(keys: readonly LinkKey[], text: string): MailReference | null {
  const folded = text.slice(0, 2_000).toLowerCase();
  for (const run of folded.match(/[a-z2-7]{63,}/g) ?? []) {
    // An address carries one letter in front of the reference that says what it is for.
    for (const candidate of [run.slice(0, 63), run.slice(-63)]) {
      const found = candidate.length === 63 && readExact(keys, candidate);
      if (found) return found;
    }
  }
  return null;
}
