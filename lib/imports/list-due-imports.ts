import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";

/** Imports that wait for a runner or lost theirs, oldest first; for the worker. */
export async function listDueImports({ ctx }: { ctx: Ctx }): Promise<{ batchIds: string[] }> {
  requirePermission(ctx, "import:write");
  return withWorkspace(ctx, async (tx) => {
    const rows = await tx.importBatch.findMany({
      where: { workspaceId: ctx.workspace.id, state: { in: ["queued", "running"] } },
      orderBy: { createdAt: "asc" },
      select: { id: true },
    });
    return { batchIds: rows.map((row) => row.id) };
  });
}

/** For the worker's timetable: now, while any import waits. */
export async function nextImportAt(tx: Tx, workspaceId: string, now: Date): Promise<Date | null> {
  const waiting = await tx.importBatch.findFirst({
    where: { workspaceId, state: { in: ["queued", "running"] } },
    select: { id: true },
  });
  return waiting ? now : null;
}
