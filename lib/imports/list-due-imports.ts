import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";

const WAITING = ["checking", "queued", "running", "undoing"] as const;

export type DueImport = { batchId: string; state: (typeof WAITING)[number] };

/** Imports that wait for a runner or lost theirs, oldest first; for the worker. */
export async function listDueImports({ ctx }: { ctx: Ctx }): Promise<{ due: DueImport[] }> {
  requirePermission(ctx, "import:write");
  return withWorkspace(ctx, async (tx) => {
    const rows = await tx.importBatch.findMany({
      where: { workspaceId: ctx.workspace.id, state: { in: [...WAITING] } },
      orderBy: { createdAt: "asc" },
      select: { id: true, state: true },
    });
    const due = rows.map(({ id, state }) => ({ batchId: id, state: state as DueImport["state"] }));
    return { due };
  });
}

/** For the worker's timetable: now, while any import waits. */
export async function nextImportAt(tx: Tx, workspaceId: string, now: Date): Promise<Date | null> {
  const waiting = await tx.importBatch.findFirst({
    where: { workspaceId, state: { in: [...WAITING] } },
    select: { id: true },
  });
  return waiting ? now : null;
}
