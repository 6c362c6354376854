import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { type ImportDto, loadImport } from "./load-import";
import { SLICE_TIMEOUT_MS } from "./run/apply-slice";
import { undoSlice } from "./undo/undo-slice";

const runUndoSchema = z.object({ batchId: z.uuid() });

/**
 * Takes an import back part by part, or the rest of one whose runner died. May be called any number of
 * times, also at the same moment.
 * @param goesOn asked after every part; false leaves the rest to a later call.
 */
export async function runUndo({
  ctx,
  input,
  goesOn = () => true,
}: {
  ctx: Ctx;
  input: z.input<typeof runUndoSchema>;
  goesOn?: () => boolean;
}): Promise<ImportDto> {
  requirePermission(ctx, "import:write");
  const { batchId } = runUndoSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  const part = () =>
    withWorkspace(ctx, (tx) => undoSlice({ tx, ctx }, batchId), { timeoutMs: SLICE_TIMEOUT_MS });
  while (await part()) {
    if (!goesOn()) return withWorkspace(ctx, (tx) => loadImport(tx, workspaceId, batchId));
  }
  return withWorkspace(ctx, async (tx) => {
    const ended = await tx.importBatch.updateMany({
      where: { workspaceId, id: batchId, state: "undoing" },
      data: { state: "undone", message: null, undoneAt: ctx.now },
    });
    if (ended.count === 1) {
      await writeAudit(tx, ctx, { verb: "runUndo", subjectType: "import", subjectId: batchId });
    }
    return loadImport(tx, workspaceId, batchId);
  });
}
