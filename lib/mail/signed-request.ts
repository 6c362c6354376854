import { createHmac, timingSafeEqual } from "node:crypto";

const TOLERANCE_SECONDS = 300;

function signatureOf(secret: string, seconds: number, body: Uint8Array): Buffer {
  return createHmac("sha256", secret).update(`${seconds}.`).update(body).digest();
}

/** "t=1763812800,v1=<hex>": what the header X-Holdfast-Signature of a post to /api/mail/... holds. */
export function signRequest(secret: string, at: Date, body: Uint8Array): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${signatureOf(secret, seconds, body).toString("hex")}`;
}

/**
 * Whether somebody who knows the secret signed exactly these bytes within five minutes of now. What is
 * sent again within them changes nothing: every report carries an id and counts once.
 */
export function isSignedRequest(
  secret: string,
  header: string | null,
  body: Uint8Array,
  now: Date,
): boolean {
  const [, time = "0", given = ""] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? "") ?? [];
  const seconds = Number(time);
  const isEqual = timingSafeEqual(
    signatureOf(secret, seconds, body),
    Buffer.from(given.padEnd(64, "0"), "hex"),
  );
  return isEqual && Math.abs(now.getTime() / 1000 - seconds) <= TOLERANCE_SECONDS;
}
