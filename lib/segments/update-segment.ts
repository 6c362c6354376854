import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withFactsSoon } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { signalWork } from "@/lib/queue/signal-work";
import { loadSegment } from "./load-segments";
import { refuseTakenName } from "./refuse-taken-name";
import { updateSegmentSchema } from "./segment-input";
import { selectUnits } from "./select-units";
import { writeMemberships } from "./write-memberships";

/**
 * Other rules end and begin memberships today; what was before today stays on record. While facts are
 * being built the worker does it as soon as they are there.
 */
export async function updateSegment({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; name: string }> {
  requirePermission(ctx, "segment:write");
  const { segmentId: id, name, rules } = updateSegmentSchema.parse(input);
  return withFactsSoon(ctx, async (tx, facts) => {
    const workspaceId = ctx.workspace.id;
    await loadSegment(tx, workspaceId, id);
    await refuseTakenName(tx, workspaceId, name, id);
    await tx.segment.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { name, rules, updatedAt: ctx.now },
      select: { id: true },
    });
    if (facts) {
      const units = selectUnits(facts, rules, dayNumber(ctx.asOf));
      await writeMemberships(tx, ctx, new Map([[id, units.map((unit) => unit.id)]]));
    } else await signalWork(tx, workspaceId, "facts", ctx.now);
    await writeAudit(tx, ctx, {
      verb: "updateSegment",
      subjectType: "segment",
      subjectId: id,
      fields: ["name", "rules"],
    });
    return { id, name };
  });
}
