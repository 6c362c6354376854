import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";

function find(tx: Tx, workspaceId: string, until?: Date) {
  return tx.surveyProgram.findFirst({
    where: {
      workspaceId,
      state: "active",
      survey: { archivedAt: null },
      nextRunAt: until ? { lte: until } : { not: null },
    },
    orderBy: { nextRunAt: "asc" },
    select: { id: true, nextRunAt: true },
  });
}

export async function nextProgramDue(tx: Tx, ctx: Ctx): Promise<string | null> {
  return (await find(tx, ctx.workspace.id, ctx.now))?.id ?? null;
}

export async function nextProgramAt(tx: Tx, workspaceId: string): Promise<Date | null> {
  return (await find(tx, workspaceId))?.nextRunAt ?? null;
}
