import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { loadBatch } from "./batch";
import { removeFile } from "./remove-files";

const discardImportSchema = z.object({ batchId: z.uuid({ error: "There is no such import." }) });

/** Takes away an uploaded file of which nothing was imported. */
export async function discardImport({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof discardImportSchema>;
}): Promise<{ batchId: string }> {
  requirePermission(ctx, "import:write");
  const { batchId } = discardImportSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  await withWorkspace(ctx, async (tx) => {
    await loadBatch(tx, workspaceId, batchId);
    const gone = await tx.importBatch.updateMany({
      where: { workspaceId, id: batchId, state: { in: ["ready", "checked"] } },
      data: {
        state: "failed",
        message: "Discarded before it was started.",
        trial: {},
        notes: {},
        finishedAt: ctx.now,
      },
    });
    if (gone.count === 0) {
      throw new AppError("CONFLICT", "This import was started already and cannot be discarded.");
    }
    await tx.importRejection.deleteMany({ where: { workspaceId, batchId } });
    await removeFile(tx, workspaceId, batchId);
    await writeAudit(tx, ctx, {
      verb: "discardImport",
      subjectType: "import",
      subjectId: batchId,
    });
  });
  return { batchId };
}
