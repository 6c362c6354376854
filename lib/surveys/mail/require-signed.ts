import { readEnv } from "@/lib/env";
import { AppError, notFound } from "@/lib/errors";
import { isSignedRequest } from "@/lib/mail/signed-request";

export type SignedPost = {
  body: Uint8Array;
  /** The header X-Holdfast-Signature. */
  signature: string | null;
  now: Date;
};

/** @throws AppError NOT_FOUND where no secret is set, UNAUTHENTICATED for what is not signed with it. */
export function requireSigned({ body, signature, now }: SignedPost): void {
  const secret = readEnv().MAIL_EVENTS_SECRET;
  if (secret === undefined) throw notFound("address");
  if (isSignedRequest(secret, signature, body, now)) return;
  throw new AppError("UNAUTHENTICATED", "The signature does not fit, or is older than 5 minutes.");
}
