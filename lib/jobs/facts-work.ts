import { withWorkspace } from "@/lib/db/with-workspace";
import { refreshFacts } from "@/lib/facts/refresh-facts";
import { signalWork } from "@/lib/queue/signal-work";
import type { WorkHandler } from "./work-handler";

export const factsWork: WorkHandler = {
  kind: "facts",
  leaseSeconds: 120,
  async run(ctx) {
    await refreshFacts({ ctx });
    // What changed figures may be an answer; a press itself leaves the inbox's signal alone.
    await withWorkspace(ctx, (tx) => signalWork(tx, ctx.workspace.id, "inbox", new Date()));
    return true;
  },
  async nextAt(tx, ctx) {
    const change = await tx.factsChange.findFirst({
      where: { workspaceId: ctx.workspace.id },
      select: { id: true },
    });
    return change ? ctx.now : null;
  },
};
