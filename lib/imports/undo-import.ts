import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { signalWork } from "@/lib/queue/signal-work";
import { loadBatch } from "./batch";
import { hasRecords } from "./undo/has-records";
import { refuseMerged } from "./undo/refuse-merged";

const undoImportSchema = z.object({ batchId: z.uuid({ error: "There is no such import." }) });

/**
 * Has an import taken back: rows it made go, rows it changed get what they held before. Rows that were
 * written since, or that others name by now, stay and are listed.
 */
export async function undoImport({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof undoImportSchema>;
}): Promise<{ batchId: string }> {
  requirePermission(ctx, "import:write");
  const { batchId } = undoImportSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  await withWorkspace(ctx, async (tx) => {
    const batch = await loadBatch(tx, workspaceId, batchId);
    if (batch.state === "undoing" || batch.state === "undone") {
      throw new AppError("CONFLICT", "This import was undone already.");
    }
    if (!(await hasRecords(tx, workspaceId, batchId))) {
      throw new AppError(
        "CONFLICT",
        "This import wrote nothing, or what it replaced is no longer kept. It cannot be undone.",
      );
    }
    await refuseMerged(tx, workspaceId, batchId);
    const taken = await tx.importBatch.updateMany({
      where: { workspaceId, id: batchId, state: { in: ["done", "failed"] } },
      data: { state: "undoing" },
    });
    if (taken.count === 0) {
      throw new AppError("CONFLICT", "This import is still running. Undo it when it has ended.");
    }
    await signalWork(tx, workspaceId, "import", ctx.now);
    await writeAudit(tx, ctx, { verb: "undoImport", subjectType: "import", subjectId: batchId });
  });
  return { batchId };
}
