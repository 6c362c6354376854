import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withFactsSoon } from "@/lib/facts/with-facts";
import { dateColumn, dayNumber } from "@/lib/format/calendar";
import { signalWork } from "@/lib/queue/signal-work";
import { refuseTakenName } from "./refuse-taken-name";
import { createSegmentSchema } from "./segment-input";
import { selectUnits } from "./select-units";
import { writeMemberships } from "./write-memberships";

/**
 * A segment and, as its first members, who is in it today. While facts are being built nobody knows who
 * that is: then the worker puts it on record as soon as they are there.
 */
export async function createSegment({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; name: string }> {
  requirePermission(ctx, "segment:write");
  const { name, rules } = createSegmentSchema.parse(input);
  return withFactsSoon(ctx, async (tx, facts) => {
    const workspaceId = ctx.workspace.id;
    await refuseTakenName(tx, workspaceId, name, null);
    const id = newId();
    const createdById = ctx.actor.type === "user" ? ctx.actor.userId : null;
    await tx.segment.create({
      data: {
        ...{ workspaceId, id, name, rules, createdById, createdAt: ctx.now, updatedAt: ctx.now },
        membersSince: facts && dateColumn(ctx.asOf),
      },
      select: { id: true },
    });
    if (facts) {
      const units = selectUnits(facts, rules, dayNumber(ctx.asOf));
      await writeMemberships(tx, ctx, new Map([[id, units.map((unit) => unit.id)]]));
    }
    // From now on the worker looks at it every day.
    await signalWork(tx, workspaceId, "facts", ctx.now);
    await writeAudit(tx, ctx, {
      verb: "createSegment",
      subjectType: "segment",
      subjectId: id,
      fields: ["name", "rules"],
    });
    return { id, name };
  });
}
