import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { dropSchema, requireDrop } from "./find-drop";

/** Somebody saw to a real drop of relative advantage. */
export async function handleDrop({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ scopeId: string }> {
  requirePermission(ctx, "touch:write");
  const { scopeId } = dropSchema.parse(input);
  const { actor, workspace } = ctx;
  return withWorkspace(ctx, async (tx) => {
    const drop = await requireDrop(tx, workspace.id, scopeId);
    const { count } = await tx.advantageWatch.updateMany({
      where: { ...drop, handledAt: null },
      data: { handledAt: ctx.now, handledById: actor.type === "user" ? actor.userId : null },
    });
    if (count === 0) throw new AppError("CONFLICT", "This is handled already.");
    await writeAudit(tx, ctx, {
      verb: "handleDrop",
      subjectType: "advantage",
      subjectId: scopeId,
      fields: ["handledAt"],
    });
    return { scopeId };
  });
}
