import { isSameHash, makeSecretToken, readSecretToken } from "@/lib/auth/secret-token";
import type { Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";

export const INVITATION_DAYS = 14;
const DAY_MS = 86_400_000;

type Ids = { workspaceId: string; invitationId: string };

export function newInvitationSecret(
  { workspaceId, invitationId }: Ids,
  now: Date,
): { url: string; tokenHash: string; expiresAt: Date } {
  const { token, hash } = makeSecretToken([workspaceId, invitationId]);
  return {
    url: `${readEnv().APP_URL}/invitation/${token}`,
    tokenHash: hash,
    expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY_MS),
  };
}

/** The workspace is known before the first query, so that row-level security holds here too. */
export function readInvitationToken(token: unknown): Ids & { hash: string } {
  const { ids, hash } = readSecretToken(token, 2);
  return { workspaceId: ids[0] ?? "", invitationId: ids[1] ?? "", hash };
}

function invitationGone(): AppError {
  return new AppError("GONE", "This invitation is no longer valid. Ask for a new one.");
}

/** @throws AppError GONE, in the same words whether it is unknown, used, cancelled or expired. */
export async function openInvitation(
  tx: Tx,
  { workspaceId, invitationId, hash }: Ids & { hash: string },
  now: Date,
) {
  const row = await tx.memberInvitation.findUnique({
    where: { workspaceId_id: { workspaceId, id: invitationId } },
    select: {
      id: true,
      email: true,
      name: true,
      role: true,
      tokenHash: true,
      expiresAt: true,
      acceptedAt: true,
      revokedAt: true,
    },
  });
  const isRight = isSameHash(row?.tokenHash ?? "0".repeat(64), hash);
  if (!row || !isRight || row.acceptedAt || row.revokedAt || row.expiresAt <= now) {
    throw invitationGone();
  }
  return row;
}
