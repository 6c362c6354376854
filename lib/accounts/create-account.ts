import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { dateColumn } from "@/lib/format/calendar";
import { createAccountSchema } from "./account-input";
import { checkReferences } from "./check-references";
import { nextOrdinal } from "./next-ordinal";

export async function createAccount({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; name: string }> {
  requirePermission(ctx, "account:write");
  const { customerSince, ...fields } = createAccountSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const id = newId();
    await checkReferences(tx, workspaceId, id, fields);
    await tx.account.create({
      data: {
        ...fields,
        workspaceId,
        id,
        ordinal: await nextOrdinal(tx, workspaceId),
        customerSince: customerSince === null ? null : dateColumn(customerSince),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "createAccount",
      subjectType: "account",
      subjectId: id,
      fields: Object.keys(fields),
    });
    await markFactsChanged(
      tx,
      workspaceId,
      [id, ...(fields.parentId ? [fields.parentId] : [])],
      ctx.now,
    );
    return { id, name: fields.name };
  });
}
