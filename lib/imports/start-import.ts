import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { signalWork } from "@/lib/queue/signal-work";
import { alreadyStarted, type Batch, loadBatch } from "./batch";
import { changesTooMuch, type Trial } from "./run/trial";

/** A caller that runs the import itself leaves the worker this much time to find it abandoned. */
const OWN_RUN_MS = 10 * 60_000;

const startImportSchema = z.object({
  batchId: z.uuid({ error: "There is no such import." }),
  /** An admin has seen that unusually many stored rows change. */
  acceptsChanges: z.boolean().default(false),
  /** The caller calls `runImport` next. */
  runsHere: z.boolean().default(false),
});

/** What the check found no longer holds once other rows of the kind came in or were taken out. */
async function refuseStale(tx: Tx, workspaceId: string, batch: Batch, trial: Trial) {
  const later = await tx.importBatch.findFirst({
    where: {
      workspaceId,
      kind: batch.kind,
      source: batch.source,
      id: { not: batch.id },
      OR: [
        { finishedAt: { gt: new Date(trial.checkedAt) }, cursorRow: { gt: 0 } },
        { undoneAt: { gt: new Date(trial.checkedAt) } },
        { state: { in: ["queued", "running", "undoing"] } },
      ],
    },
    select: { id: true },
  });
  if (!later) return;
  throw new AppError(
    "CONFLICT",
    "Another import of the same kind and source was started since this file was checked. Check it again.",
  );
}

/** Hands a checked file to the worker. */
export async function startImport({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof startImportSchema>;
}): Promise<{ batchId: string }> {
  requirePermission(ctx, "import:write");
  const { batchId, acceptsChanges, runsHere } = startImportSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  await withWorkspace(ctx, async (tx) => {
    const batch = await loadBatch(tx, workspaceId, batchId);
    const { trial } = batch;
    if (batch.state === "ready" || batch.state === "checking" || trial === null) {
      throw new AppError("CONFLICT", "Check the file first.");
    }
    if (batch.state !== "checked") throw alreadyStarted();
    if (changesTooMuch(trial) && !acceptsChanges) {
      const message = "Look at what changes, then tick the box to go on.";
      throw new AppError("INVALID_INPUT", message, { fieldErrors: { acceptsChanges: message } });
    }
    await refuseStale(tx, workspaceId, batch, trial);
    const queued = await tx.importBatch.updateMany({
      where: { workspaceId, id: batchId, state: "checked" },
      data: {
        state: "queued",
        notes: {},
        cursorRow: 0,
        startedAt: null,
        // Values of rows are shown until somebody has decided, not kept.
        trial: { ...trial, examples: [] },
      },
    });
    if (queued.count === 0) throw alreadyStarted();
    await tx.importRejection.deleteMany({ where: { workspaceId, batchId } });
    const due = runsHere ? new Date(ctx.now.getTime() + OWN_RUN_MS) : ctx.now;
    await signalWork(tx, workspaceId, "import", due);
    await writeAudit(tx, ctx, {
      verb: "startImport",
      subjectType: "import",
      subjectId: batchId,
      fields: acceptsChanges ? ["acceptsChanges"] : [],
    });
  });
  return { batchId };
}
