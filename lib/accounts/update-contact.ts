import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { updateContactSchema } from "./account-input";
import { refuseUnknownEmployee } from "./check-references";
import { loadContact } from "./load-contact";

/** Changes what is sent and leaves the rest. */
export async function updateContact({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string }> {
  requirePermission(ctx, "account:write");
  const { contactId: id, ...sent } = updateContactSchema.parse(input);
  const fields = Object.entries(sent).filter(([, value]) => value !== undefined);
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const { accountId } = await loadContact(tx, workspaceId, id);
    if (sent.worksWithId)
      await refuseUnknownEmployee(tx, workspaceId, sent.worksWithId, "worksWithId");
    await tx.contact.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { ...Object.fromEntries(fields), updatedAt: ctx.now },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "updateContact",
      subjectType: "contact",
      subjectId: id,
      fields: fields.map(([key]) => key),
    });
    await markFactsChanged(tx, workspaceId, [accountId], ctx.now);
    return { id };
  });
}
