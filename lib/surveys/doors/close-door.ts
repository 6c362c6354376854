import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { doorIdSchema } from "./door-input";

/** For good: the link is out in the world, and whoever finds it reads that it is closed. */
export async function closeDoor({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ surveyId: string }> {
  requirePermission(ctx, "survey:write");
  const { doorId } = doorIdSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const where = { workspaceId: ctx.workspace.id, id: doorId };
    const door = await tx.surveyDoor.findFirst({
      where,
      select: { closedAt: true, surveyId: true },
    });
    if (!door) throw notFound("door");
    const { surveyId } = door;
    if (door.closedAt) return { surveyId };
    await tx.surveyDoor.updateMany({ where, data: { closedAt: ctx.now } });
    await writeAudit(tx, ctx, {
      verb: "closeDoor",
      subjectType: "surveyDoor",
      subjectId: doorId,
      fields: ["closedAt"],
    });
    return { surveyId };
  });
}
