import { withWorkspace } from "@/lib/db/with-workspace";
import { refreshFacts } from "@/lib/facts/refresh-facts";
import { addDays, dateIn, instantOf } from "@/lib/format/calendar";
import { signalWork } from "@/lib/queue/signal-work";
import { hasSegments, hasUncounted } from "@/lib/segments/has-segments";
import { recordMemberships } from "@/lib/segments/record-memberships";
import type { WorkHandler } from "./work-handler";

/** All accounts of a large workspace take long: the others get their turn in between. */
const PART_MS = 60_000;
const DAY_BEGINS = "00:10";

export const factsWork: WorkHandler = {
  kind: "facts",
  leaseSeconds: 120,
  async run(ctx, isStopping = () => false) {
    const until = Date.now() + PART_MS;
    const goesOn = () => Date.now() < until && !isStopping();
    const { isDone } = await refreshFacts({ ctx, goesOn });
    if (!isDone) return true;
    // What changed figures may be an answer; a press itself leaves the inbox's signal alone.
    await withWorkspace(ctx, (tx) => signalWork(tx, ctx.workspace.id, "inbox", new Date()));
    await recordMemberships({ ctx });
    return true;
  },
  async nextAt(tx, ctx) {
    const change = await tx.factsChange.findFirst({
      where: { workspaceId: ctx.workspace.id },
      select: { id: true },
    });
    if (change) return ctx.now;
    const { id, timeZone, figuresAsOf } = ctx.workspace;
    if (await hasUncounted(tx, id)) return ctx.now;
    // Who is in a segment may change with the day alone: "no order for three months".
    if (figuresAsOf !== null || !(await hasSegments(tx, id))) return null;
    return instantOf(timeZone, addDays(dateIn(timeZone, ctx.now), 1), DAY_BEGINS);
  },
};
