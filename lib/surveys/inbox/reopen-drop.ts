import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { dropSchema, requireDrop } from "./find-drop";

/** It is not done after all. */
export async function reopenDrop({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ scopeId: string }> {
  requirePermission(ctx, "touch:write");
  const { scopeId } = dropSchema.parse(input);
  const { workspace } = ctx;
  return withWorkspace(ctx, async (tx) => {
    const drop = await requireDrop(tx, workspace.id, scopeId);
    const { count } = await tx.advantageWatch.updateMany({
      where: { ...drop, handledAt: { not: null } },
      data: { handledAt: null, handledById: null },
    });
    if (count === 0) throw new AppError("CONFLICT", "This is open already.");
    await writeAudit(tx, ctx, {
      verb: "reopenDrop",
      subjectType: "advantage",
      subjectId: scopeId,
      fields: ["handledAt"],
    });
    return { scopeId };
  });
}
