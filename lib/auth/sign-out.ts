import { db } from "@/lib/db/client";
import { endSession } from "./session-rows";

/** Ends the session's row, so that a copy of the cookie is worth nothing. */
export async function signOut({ sessionId, now }: { sessionId: string; now: Date }): Promise<void> {
  await endSession(db(), sessionId, now);
}
