import type { Ctx } from "@/lib/auth/ctx";
import { withWorkspace } from "@/lib/db/with-workspace";
import type { Batch } from "../batch";
import { failureMessage, isPassing } from "./failure-message";
import { runTrial } from "./run-trial";

/** Tries the whole file and keeps what was found; shared by the verb that asks and the worker's. */
export async function checkBatch(ctx: Ctx, batch: Batch): Promise<void> {
  if (batch.mapping === null) return;
  const where = { workspaceId: ctx.workspace.id, id: batch.id, state: "checking" };
  try {
    const found = await runTrial(ctx, batch, batch.mapping);
    if (found === null) return;
    const { trial, notes } = found;
    await withWorkspace(ctx, (tx) =>
      tx.importBatch.updateMany({
        where: { ...where, startedAt: ctx.now },
        data: { state: "checked", trial, notes, cursorRow: 0 },
      }),
    );
  } catch (error) {
    if (isPassing(error)) throw error;
    await withWorkspace(ctx, (tx) =>
      tx.importBatch.updateMany({
        where,
        data: {
          state: "failed",
          cursorRow: 0,
          finishedAt: ctx.now,
          ...failureMessage(error, "check"),
        },
      }),
    );
  }
}
