import type { Ctx } from "@/lib/auth/ctx";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { isAppError } from "@/lib/errors";

/** The system acts in the workspace a report speaks of; null where that is no more. */
export async function mailReportCtx(workspaceId: string, now: Date): Promise<Ctx | null> {
  try {
    return await ctxForSystem({ id: workspaceId }, "mail report", now);
  } catch (error) {
    if (isAppError(error) && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
