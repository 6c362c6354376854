import { runDueErasure } from "@/lib/erasure/run-due-erasure";
import type { WorkHandler } from "./work-handler";

/** Wishes to be erased are done when the week in which they can be undone is over. */
export const erasureWork: WorkHandler = {
  kind: "erasure",
  leaseSeconds: 120,
  run: async (ctx) => (await runDueErasure({ ctx })) !== null,
  async nextAt(tx, ctx) {
    const next = await tx.erasureRequest.findFirst({
      where: { workspaceId: ctx.workspace.id, undoneAt: null, doneAt: null },
      orderBy: { dueAt: "asc" },
      select: { dueAt: true },
    });
    return next?.dueAt ?? null;
  },
};
