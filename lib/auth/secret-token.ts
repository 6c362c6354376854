import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const ID_BYTES = 16;
const SECRET_BYTES = 32;
const NOWHERE = "00000000-0000-0000-0000-000000000000";

function idToBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function bytesToId(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

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
    return { ids: Array.from({ length: count }, () => NOWHERE), hash: hashOf(Buffer.alloc(0)) };
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
