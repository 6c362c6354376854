import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { enqueueEvents } from "@/lib/webhooks/enqueue-event";
import { type Batch, type ImportState, loadBatch } from "./batch";
import { joinNotes } from "./kinds/notes";
import { type ImportDto, loadImport } from "./load-import";
import type { ImportMapping } from "./mapping/mapping";
import { commitSlice } from "./run/commit-slice";
import { failureMessage, isPassing } from "./run/failure-message";
import { makeReader } from "./run/make-reader";
import { readSlices } from "./run/read-slice";

const runImportSchema = z.object({ batchId: z.uuid() });

export type RunProgress = { rowsDone: number; rowsTotal: number };

/** Called after every committed slice; false ends this call, and a later one goes on from there. */
export type OnProgress = (progress: RunProgress) => boolean;

const NOT_STARTED: readonly ImportState[] = ["uploading", "ready", "checking", "checked"];

async function claim(ctx: Ctx, batchId: string): Promise<Batch> {
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    await tx.importBatch.updateMany({
      where: { workspaceId, id: batchId, state: "queued" },
      data: { state: "running", startedAt: ctx.now },
    });
    return loadBatch(tx, workspaceId, batchId);
  });
}

/** False when rows are left: another runner has taken over, or this one was told to stop. */
async function runRows(
  ctx: Ctx,
  batch: Batch,
  mapping: ImportMapping,
  onProgress: OnProgress,
): Promise<boolean> {
  const file = await makeReader(ctx, batch, mapping);
  const { reader } = file;
  const { rowsTotal } = reader.plan;
  await withWorkspace(ctx, (tx) =>
    tx.importBatch.updateMany({
      where: { workspaceId: ctx.workspace.id, id: batch.id, state: "running" },
      data: { rowsTotal },
    }),
  );
  let { cursorRow, notes } = batch;
  for await (const slice of readSlices(file, cursorRow)) {
    const sliceNotes = joinNotes(notes, slice.notes);
    const cursor = { from: cursorRow, to: cursorRow + slice.rowCount };
    const call = { ctx, batch, mapping, reader, slice, notes: sliceNotes };
    if (!(await commitSlice(call, cursor))) return false;
    notes = sliceNotes;
    cursorRow = cursor.to;
    const goesOn = onProgress({ rowsDone: cursorRow, rowsTotal });
    if (!goesOn && cursorRow < rowsTotal) return false;
  }
  return true;
}

async function finish(
  ctx: Ctx,
  batchId: string,
  end: { state: "done" | "failed"; message: string | null },
) {
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const ended = await tx.importBatch.updateMany({
      where: { workspaceId, id: batchId, state: "running" },
      data: { ...end, finishedAt: ctx.now },
    });
    if (ended.count === 1) {
      await writeAudit(tx, ctx, { verb: "runImport", subjectType: "import", subjectId: batchId });
      const event = { kind: "import.finished", key: `import:${batchId}` } as const;
      await enqueueEvents(tx, ctx, [{ ...event, data: { importId: batchId, state: end.state } }]);
    }
    return loadImport(tx, workspaceId, batchId);
  });
}

/**
 * Writes a queued import, or the rest of one whose runner died or stopped. May be called any number of times,
 * also at the same moment: the cursor lets one runner win each slice.
 */
export async function runImport({
  ctx,
  input,
  onProgress = () => true,
}: {
  ctx: Ctx;
  input: z.input<typeof runImportSchema>;
  onProgress?: OnProgress;
}): Promise<ImportDto> {
  requirePermission(ctx, "import:write");
  const { batchId } = runImportSchema.parse(input);
  const batch = await claim(ctx, batchId);
  if (NOT_STARTED.includes(batch.state)) {
    throw new AppError("CONFLICT", "This import has not been started.");
  }
  if (batch.state !== "running" || batch.mapping === null) {
    return withWorkspace(ctx, (tx) => loadImport(tx, ctx.workspace.id, batchId));
  }
  try {
    const isMine = await runRows(ctx, batch, batch.mapping, onProgress);
    if (isMine) return await finish(ctx, batchId, { state: "done", message: null });
    return await withWorkspace(ctx, (tx) => loadImport(tx, ctx.workspace.id, batchId));
  } catch (error) {
    if (isPassing(error)) throw error;
    return finish(ctx, batchId, { state: "failed", ...failureMessage(error, "import") });
  }
}
