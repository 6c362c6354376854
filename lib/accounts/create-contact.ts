import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { createContactSchema } from "./account-input";
import { refuseUnknownEmployee } from "./check-references";
import { requireAccount } from "./load-contact";

export async function createContact({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string }> {
  requirePermission(ctx, "account:write");
  const { accountId, ...fields } = createContactSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    await requireAccount(tx, workspaceId, accountId);
    if (fields.worksWithId)
      await refuseUnknownEmployee(tx, workspaceId, fields.worksWithId, "worksWithId");
    const id = newId();
    const { now } = ctx;
    await tx.contact.create({
      data: { ...fields, workspaceId, id, accountId, createdAt: now, updatedAt: now },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "createContact",
      subjectType: "contact",
      subjectId: id,
      fields: Object.keys(fields),
    });
    await markFactsChanged(tx, workspaceId, [accountId], now);
    return { id };
  });
}
