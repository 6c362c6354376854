"use server";

import { ctxForWorkspace } from "@/lib/auth/session";
import { recordVisit } from "@/lib/loyalty/record-visit";

/** Membership is checked again; nobody waits for it. */
export async function recordVisitAction(workspace: string): Promise<void> {
  await recordVisit({ ctx: await ctxForWorkspace(workspace) });
}
