import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/generated/client";
import { withWorkspaceRaw } from "@/lib/db/raw-tx";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { type Batch, kindOf } from "../batch";
import { type ImportNotes, joinNotes } from "../kinds/notes";
import type { ImportMapping } from "../mapping/mapping";
import { raw } from "../rows/row-sql";
import { EXAMPLES_SHOWN, noTrialRows, type TrialRows } from "../rows/trial-rows";
import { ALL_TABLES } from "../tables/all-tables";
import { applySlice, SLICE_TIMEOUT_MS } from "./apply-slice";
import { makeReader } from "./make-reader";
import { idOf } from "./plan-run";
import { type ReadSlice, readSlices, type SliceReader } from "./read-slice";
import { storeRejections } from "./store-rejections";
import type { Trial, TrialExample } from "./trial";
import { exampleTexts } from "./trial-examples";

const COUNT_TIMEOUT_MS = 30_000;

/** Rows of this kind that came from this source before. */
function countStored(ctx: Ctx, batch: Batch): Promise<number> {
  const table = ALL_TABLES.get(kindOf(batch).entity);
  const where = kindOf(batch).storedWhere ?? "t.source = $source AND t.external_id IS NOT NULL";
  const [before = "", after = ""] = where.split("$source");
  return withWorkspace(
    ctx,
    async (tx) => {
      const [row] = await tx.$queryRaw<{ count: number }[]>(Prisma.sql`
        SELECT count(*)::int AS count FROM ${raw(table?.name ?? "")} t
        WHERE t.workspace_id = ${ctx.workspace.id}::uuid
          AND ${raw(before)}${batch.source}${raw(after)}`);
      return row?.count ?? 0;
    },
    { timeoutMs: COUNT_TIMEOUT_MS },
  );
}

/** A check that was broken off begins again: nothing of it counts. */
async function begin(tx: Tx, ctx: Ctx, batchId: string, rowsTotal: number): Promise<void> {
  const workspaceId = ctx.workspace.id;
  await tx.importBatch.updateMany({
    where: { workspaceId, id: batchId, state: "checking" },
    data: { rowsTotal, cursorRow: 0, startedAt: ctx.now },
  });
  await tx.importRejection.deleteMany({ where: { workspaceId, batchId } });
}

type Progress = { rowsDone: number; examples: TrialExample[] } & Pick<
  Trial,
  "rowsNew" | "rowsChanged" | "rowsUnchanged" | "rowsRejected"
>;

type SliceTrial = {
  ctx: Ctx;
  batch: Batch;
  mapping: ImportMapping;
  reader: SliceReader;
  notes: ImportNotes;
  trial: TrialRows;
  refused: Set<string>;
};

async function trySlice(call: SliceTrial, slice: ReadSlice, progress: Progress): Promise<boolean> {
  const { ctx, batch, reader, trial, refused } = call;
  const workspaceId = ctx.workspace.id;
  return withWorkspaceRaw(
    ctx,
    async (tx) => {
      // Whoever began later has its own time here, and this one ends.
      const mine = await tx.$queryRaw<unknown[]>`
        UPDATE import_batch SET cursor_row = ${progress.rowsDone + slice.rowCount}
        WHERE workspace_id = ${workspaceId}::uuid AND id = ${batch.id}::uuid AND state = 'checking'
          AND started_at = ${ctx.now}
        RETURNING id`;
      if (mine.length === 0) return false;
      const applied = await applySlice(tx, { ...call, slice }, trial);
      if (reader.plan.levels) {
        for (const row of applied.rejected) refused.add(idOf(row, reader.columns));
      }
      await storeRejections(tx, workspaceId, batch.id, applied.rejected);
      progress.rowsDone += slice.rowCount;
      progress.rowsNew += applied.created;
      progress.rowsChanged += applied.changed;
      progress.rowsUnchanged += applied.unchanged;
      progress.rowsRejected += applied.rejected.length;
      const room = EXAMPLES_SHOWN - progress.examples.length;
      const texts = await exampleTexts(tx, ctx, trial.changes.splice(0).slice(0, room));
      progress.examples.push(...texts);
      return true;
    },
    { timeoutMs: SLICE_TIMEOUT_MS },
  );
}

/**
 * The whole file through its kind with nothing written but refusals. Null when somebody else has taken
 * the import on or away meanwhile.
 */
export async function runTrial(
  ctx: Ctx,
  batch: Batch,
  mapping: ImportMapping,
): Promise<{ trial: Trial; notes: ImportNotes } | null> {
  const file = await makeReader(ctx, batch, mapping);
  const { reader } = file;
  const { plan } = reader;
  await withWorkspace(ctx, (tx) => begin(tx, ctx, batch.id, plan.rowsTotal));
  const refused = new Set<string>();
  const trial = noTrialRows((id) => plan.levels?.levelOf.has(id) === true && !refused.has(id));
  let notes: ImportNotes = {};
  const progress: Progress = {
    rowsDone: 0,
    rowsNew: 0,
    rowsChanged: 0,
    rowsUnchanged: 0,
    rowsRejected: 0,
    examples: [],
  };
  for await (const slice of readSlices(file, 0)) {
    notes = joinNotes(notes, slice.notes);
    const call = { ctx, batch, mapping, reader, notes, trial, refused };
    if (!(await trySlice(call, slice, progress))) return null;
  }
  const { rowsDone: _, ...counts } = progress;
  const rowsStored = await countStored(ctx, batch);
  return { trial: { ...counts, rowsStored, checkedAt: ctx.now.toISOString() }, notes };
}
