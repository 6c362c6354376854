import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { bytesToId, idToBytes, NO_ID } from "@/lib/format/id-bytes";

const ID_BYTES = 16;
const SECRET_BYTES = 32;

function hashOf(secret: Buffer): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** A link's token: which row it opens, and a random secret of which only the hash is kept. */
export function makeSecretToken(ids: readonly string[]): { token: string; hash: string } {
  const secret = randomBytes(SECRET_BYTES);
  const token = Buffer.concat([...ids.map(idToBytes), secret]).toString("base64url");
  return { token, hash: hashOf(secret) };
}

/** Never fails: a malformed token names rows that do not exist, so that it costs the same query. */
export function readSecretToken(token: unknown, count: number): { ids: string[]; hash: string } {
  const isText = typeof token === "string" && /^[\w-]{1,200}$/.test(token);
  const bytes = Buffer.from(isText ? token : "", "base64url");
  if (bytes.length !== count * ID_BYTES + SECRET_BYTES) {
    return { ids: Array.from({ length: count }, () => NO_ID), hash: hashOf(Buffer.alloc(0)) };
  }
  const ids = Array.from({ length: count }, (_, i) =>
    bytesToId(bytes.subarray(i * ID_BYTES, (i + 1) * ID_BYTES)),
  );
  return { ids, hash: hashOf(bytes.subarray(count * ID_BYTES)) };
}

export function isSameHash(stored: string, given: string): boolean {
  const [a, b] = [Buffer.from(stored), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
