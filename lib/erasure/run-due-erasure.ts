import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { ERASE_TIMEOUT_MS } from "./erase-contact";
import { erasePerson } from "./erase-person";

/** Erases the person whose wish is due longest and was not taken back. @returns null when none is due. */
export async function runDueErasure({ ctx }: { ctx: Ctx }): Promise<{ contactId: string } | null> {
  requirePermission(ctx, "erasure:run");
  return withWorkspace(
    ctx,
    async (tx) => {
      const request = await tx.erasureRequest.findFirst({
        where: {
          workspaceId: ctx.workspace.id,
          undoneAt: null,
          doneAt: null,
          dueAt: { lte: ctx.now },
        },
        orderBy: [{ dueAt: "asc" }, { id: "asc" }],
        select: { contactId: true },
      });
      if (!request) return null;
      const { contactId } = request;
      const fields = await erasePerson(tx, ctx, contactId);
      if (fields === null) {
        await tx.erasureRequest.updateMany({
          where: { workspaceId: ctx.workspace.id, contactId, doneAt: null },
          data: { doneAt: ctx.now },
        });
      }
      await writeAudit(tx, ctx, {
        verb: "runDueErasure",
        subjectType: "contact",
        subjectId: contactId,
        fields: fields ?? [],
      });
      return { contactId };
    },
    { timeoutMs: ERASE_TIMEOUT_MS },
  );
}
