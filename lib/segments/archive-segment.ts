import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { loadSegment } from "./load-segments";
import { segmentIdSchema } from "./segment-input";
import { writeMemberships } from "./write-memberships";

/** @throws AppError CONFLICT where a program would not know whom to ask any more. */
async function refuseWhileAsked(tx: Tx, workspaceId: string, segmentId: string): Promise<void> {
  const program = await tx.surveyProgram.findFirst({
    where: {
      workspaceId,
      state: { not: "ended" },
      selection: { path: ["segmentId"], equals: segmentId },
    },
    select: { id: true },
  });
  if (program) {
    throw new AppError(
      "CONFLICT",
      "A program asks the accounts of this segment. An admin has to end it first.",
    );
  }
}

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
    await refuseWhileAsked(tx, workspaceId, id);
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
