import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { MOST_VIEWS, saveViewSchema } from "./view-input";

/** Keeps a page with its filters under a name; one of the same name of the own ones is replaced. */
export async function saveView({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string }> {
  requirePermission(ctx, "figures:read");
  const { name, address, isShared } = saveViewSchema.parse(input);
  // What everybody sees in the navigation is for those who also make segments for everybody.
  if (isShared) requirePermission(ctx, "segment:write");
  const { actor } = ctx;
  if (actor.type !== "user") throw new AppError("FORBIDDEN", "Only a person has views.");
  const workspaceId = ctx.workspace.id;
  return withWorkspace(ctx, async (tx) => {
    const own = { workspaceId, userId: actor.userId };
    await tx.savedView.deleteMany({ where: { ...own, name } });
    if ((await tx.savedView.count({ where: own })) >= MOST_VIEWS)
      throw new AppError("CONFLICT", `You have ${MOST_VIEWS} views. Remove one first.`);
    const id = newId();
    await tx.savedView.create({
      data: { ...own, id, name, address, isShared, createdAt: ctx.now },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "saveView",
      subjectType: "saved_view",
      subjectId: id,
      fields: ["name", "address", "isShared"],
    });
    return { id };
  });
}
