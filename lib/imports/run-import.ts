import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError, isAppError } from "@/lib/errors";
import { dateIn } from "@/lib/format/calendar";
import { log } from "@/lib/log";
import { type Batch, kindOf, loadBatch, loadHead } from "./batch";
import { csvRows } from "./file/csv-rows";
import { storedFile } from "./file/stored-file";
import { rowForm } from "./kinds/read-row";
import { type ImportDto, loadImport } from "./load-import";
import { type ImportMapping, requireMapping } from "./mapping/mapping";
import { commitSlice } from "./run/commit-slice";
import { planRun } from "./run/plan-run";
import { readSlice, type SliceReader } from "./run/read-slice";
import { slices } from "./run/slices";

const runImportSchema = z.object({ batchId: z.uuid() });

export type RunProgress = { rowsDone: number; rowsTotal: number };

/** Called after every committed slice; false ends this call, and a later one goes on from there. */
export type OnProgress = (progress: RunProgress) => boolean;

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

async function makeReader(ctx: Ctx, batch: Batch, mapping: ImportMapping) {
  const kind = kindOf(batch);
  const { headers } = await loadHead(ctx, batch, 1);
  requireMapping(kind, headers, mapping);
  async function* open() {
    let isHeader = true;
    for await (const row of csvRows(storedFile(ctx, batch.id), batch)) {
      if (!isHeader) yield row;
      isHeader = false;
    }
  }
  const position = (field: string) => headers.indexOf(mapping.columns[field] ?? "\0");
  const parent = kind.parentField === null ? -1 : position(kind.parentField);
  const columns = { id: position("externalId"), parent: parent < 0 ? null : parent };
  const plan = await planRun(open, columns);
  const today = dateIn(ctx.workspace.timeZone, ctx.now);
  const form = rowForm(kind, headers, mapping, today);
  const reader: SliceReader = { kind, form, columnCount: headers.length, columns, plan };
  return { reader, open };
}

/** False when rows are left: another runner has taken over, or this one was told to stop. */
async function runRows(
  ctx: Ctx,
  batch: Batch,
  mapping: ImportMapping,
  onProgress: OnProgress,
): Promise<boolean> {
  const { reader, open } = await makeReader(ctx, batch, mapping);
  const { rowsTotal } = reader.plan;
  await withWorkspace(ctx, (tx) =>
    tx.importBatch.updateMany({
      where: { workspaceId: ctx.workspace.id, id: batch.id, state: "running" },
      data: { rowsTotal },
    }),
  );
  let { cursorRow, notes } = batch;
  for await (const rows of slices(open, reader.columns, reader.plan, cursorRow)) {
    const sliceNotes = structuredClone(notes);
    const slice = readSlice(reader, rows, sliceNotes);
    const cursor = { from: cursorRow, to: cursorRow + rows.length };
    const call = { ctx, batch, mapping, reader, slice, notes: sliceNotes, cursor };
    if (!(await commitSlice(call))) return false;
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
    }
    return loadImport(tx, workspaceId, batchId);
  });
}

/** Refused file: its own words. Fault of ours: a reference; what was committed stays and is idempotent. */
async function fail(ctx: Ctx, batchId: string, error: unknown): Promise<ImportDto> {
  if (isAppError(error) && error.code !== "INTERNAL") {
    const fields = Object.values(error.fieldErrors).join(" ");
    return finish(ctx, batchId, { state: "failed", message: fields || error.message });
  }
  const reference = newId().slice(-12);
  log.error({ reference, err: error }, "import failed");
  const message = `The import stopped because of a fault on our side (reference ${reference}). Importing the file again is safe: rows that are in already change nothing.`;
  return finish(ctx, batchId, { state: "failed", message });
}

/** Codes after which a later try may work: the batch stays as it is. */
const PASSING = new Set(["CONFLICT", "UNAVAILABLE"]);

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
  if (batch.state === "uploading" || batch.state === "ready") {
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
    if (isAppError(error) && PASSING.has(error.code)) throw error;
    return fail(ctx, batchId, error);
  }
}
