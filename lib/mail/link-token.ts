import { createHmac, timingSafeEqual } from "node:crypto";
import { bytesToId, idToBytes, NO_ID } from "@/lib/format/id-bytes";

export type LinkKey = { id: string; key: Buffer };
/** `preview` lets a colleague try a survey, `door` lets anybody in who finds it. */
export type LinkPurpose = "survey" | "preferences" | "preview" | "door";
/** `invitationId` names what the purpose opens: for a preview the survey, for a door the door. */
export type LinkSubject = { workspaceId: string; invitationId: string };
export type LinkToken = LinkSubject & { keyId: string; mac: Buffer };

const MAC_BYTES = 16;
const UUID_BYTES = 16;

function macOf(key: Buffer, purpose: LinkPurpose, subject: LinkSubject, version: number): Buffer {
  return createHmac("sha256", key)
    .update(`${purpose}\0${subject.workspaceId}\0${subject.invitationId}\0${version}`)
    .digest()
    .subarray(0, MAC_BYTES);
}

/** Made from what it names, never stored: a reminder makes the same link again. */
export function makeLinkToken(
  keys: readonly LinkKey[],
  purpose: LinkPurpose,
  subject: LinkSubject,
  version: number,
): string {
  const [signing] = keys;
  if (!signing) throw new Error("no key to sign links with");
  const keyId = Buffer.from(signing.id, "latin1");
  return Buffer.concat([
    Buffer.from([keyId.length]),
    keyId,
    idToBytes(subject.workspaceId),
    idToBytes(subject.invitationId),
    macOf(signing.key, purpose, subject, version),
  ]).toString("base64url");
}

/**
 * Reads a token without trusting it. A text that is none yields ids that name nothing, so that
 * whoever checks it goes the same way for both.
 */
export function readLinkToken(token: string): LinkToken {
  const bytes = token.length > 200 ? Buffer.alloc(0) : Buffer.from(token, "base64url");
  const idLength = bytes[0] ?? 0;
  const start = 1 + idLength;
  const isWhole =
    bytes.length === start + 2 * UUID_BYTES + MAC_BYTES && bytes.toString("base64url") === token;
  if (!isWhole) {
    return { keyId: "", workspaceId: NO_ID, invitationId: NO_ID, mac: Buffer.alloc(MAC_BYTES) };
  }
  const invitationAt = start + UUID_BYTES;
  const macAt = invitationAt + UUID_BYTES;
  return {
    keyId: bytes.toString("latin1", 1, start),
    workspaceId: bytesToId(bytes.subarray(start, invitationAt)),
    invitationId: bytesToId(bytes.subarray(invitationAt, macAt)),
    mac: bytes.subarray(macAt),
  };
}

/** @param version The invitation's, read from the database: raising it ends the links made before. */
export function isLinkGenuine(
  keys: readonly LinkKey[],
  token: LinkToken,
  purpose: LinkPurpose,
  version: number,
): boolean {
  const known = keys.find((key) => key.id === token.keyId);
  const key = known?.key ?? Buffer.alloc(32);
  const isEqual = timingSafeEqual(macOf(key, purpose, token, version), token.mac);
  return isEqual && known !== undefined;
}
