import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { loadBatch } from "./batch";
import { type ImportDto, loadImport } from "./load-import";
import { checkBatch } from "./run/check-batch";

const runCheckSchema = z.object({ batchId: z.uuid() });

/** Tries a file that waits for it, or whose runner died; from its beginning, because nothing was written. */
export async function runCheck({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof runCheckSchema>;
}): Promise<ImportDto> {
  requirePermission(ctx, "import:write");
  const { batchId } = runCheckSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  const batch = await withWorkspace(ctx, (tx) => loadBatch(tx, workspaceId, batchId));
  if (batch.state === "checking") await checkBatch(ctx, batch);
  return withWorkspace(ctx, async (tx) => {
    if (batch.state === "checking") {
      await writeAudit(tx, ctx, { verb: "runCheck", subjectType: "import", subjectId: batchId });
    }
    return loadImport(tx, workspaceId, batchId);
  });
}
