import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { refuseTakenName } from "./refuse-taken-name";
import { createSegmentSchema } from "./segment-input";

export async function createSegment({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; name: string }> {
  requirePermission(ctx, "segment:write");
  const { name, rules } = createSegmentSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    await refuseTakenName(tx, workspaceId, name, null);
    const id = newId();
    const createdById = ctx.actor.type === "user" ? ctx.actor.userId : null;
    await tx.segment.create({
      data: { workspaceId, id, name, rules, createdById, createdAt: ctx.now, updatedAt: ctx.now },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "createSegment",
      subjectType: "segment",
      subjectId: id,
      fields: ["name", "rules"],
    });
    return { id, name };
  });
}
