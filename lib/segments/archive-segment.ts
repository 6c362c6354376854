import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { loadSegment } from "./load-segments";
import { segmentIdSchema } from "./segment-input";
import { writeMemberships } from "./write-memberships";

/** Takes a segment out of every list and ends its memberships; targets and baselines that name it keep their history. */
export async function archiveSegment({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string }> {
  requirePermission(ctx, "segment:write");
  const { segmentId: id } = segmentIdSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    await loadSegment(tx, workspaceId, id);
    await tx.segment.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { archivedAt: ctx.now, updatedAt: ctx.now },
      select: { id: true },
    });
    await writeMemberships(tx, ctx, new Map([[id, []]]));
    await writeAudit(tx, ctx, { verb: "archiveSegment", subjectType: "segment", subjectId: id });
    return { id };
  });
}
