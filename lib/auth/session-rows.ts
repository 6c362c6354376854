import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";

const DAY_MS = 86_400_000;
/** A session ends this long after sign-in, whatever happens. */
export const SESSION_DAYS = 30;
/** And this long after it was last used. */
export const IDLE_DAYS = 7;
const SEEN_EVERY_MS = 5 * 60_000;

export type SessionRef = { sessionId: string; userId: string };

/** Global tables are reached through the plain client or any transaction. */
type Global = Pick<Tx, "userSession">;

export async function startSession(
  client: Global,
  { userId, now }: { userId: string; now: Date },
): Promise<SessionRef> {
  const sessionId = newId();
  await client.userSession.create({
    data: {
      id: sessionId,
      userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_DAYS * DAY_MS),
    },
    select: { id: true },
  });
  return { sessionId, userId };
}

export async function endSession(client: Global, sessionId: string, now: Date): Promise<void> {
  await client.userSession.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: now },
  });
}

/** After a new password, another role or removal: whoever holds a session must sign in again. */
export async function endSessionsOf(client: Global, userId: string, now: Date): Promise<void> {
  await client.userSession.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: now },
  });
}

/** The condition of a session that still counts, for `where`. */
export function liveSession(sessionId: string, now: Date) {
  return {
    id: sessionId,
    revokedAt: null,
    expiresAt: { gt: now },
    lastSeenAt: { gt: new Date(now.getTime() - IDLE_DAYS * DAY_MS) },
    user: { disabledAt: null },
  };
}

/** Noted every few minutes only: a write per page view would buy nothing. */
export async function noteSeen(
  client: Global,
  session: { id: string; lastSeenAt: Date },
  now: Date,
): Promise<void> {
  if (now.getTime() - session.lastSeenAt.getTime() < SEEN_EVERY_MS) return;
  await client.userSession.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } });
}
