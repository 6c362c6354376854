import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { loadSegment } from "./load-segments";
import { refuseTakenName } from "./refuse-taken-name";
import { updateSegmentSchema } from "./segment-input";

export async function updateSegment({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; name: string }> {
  requirePermission(ctx, "segment:write");
  const { segmentId: id, name, rules } = updateSegmentSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    await loadSegment(tx, workspaceId, id);
    await refuseTakenName(tx, workspaceId, name, id);
    await tx.segment.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { name, rules, updatedAt: ctx.now },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "updateSegment",
      subjectType: "segment",
      subjectId: id,
      fields: ["name", "rules"],
    });
    return { id, name };
  });
}
