import { refreshFacts } from "@/lib/facts/refresh-facts";
import type { WorkHandler } from "./work-handler";

export const factsWork: WorkHandler = {
  kind: "facts",
  leaseSeconds: 120,
  async run(ctx) {
    await refreshFacts({ ctx });
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
