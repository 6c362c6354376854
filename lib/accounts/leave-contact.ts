import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { invalidField } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { dateColumn, dateIn } from "@/lib/format/calendar";
import { leaveContactSchema } from "./account-input";
import { loadContact } from "./load-contact";

/** A person who left is asked no more and counts no more from that day; nothing is deleted. */
export async function leaveContact({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string }> {
  requirePermission(ctx, "account:write");
  const { contactId: id, leftOn } = leaveContactSchema.parse(input);
  if (leftOn > dateIn(ctx.workspace.timeZone, ctx.now))
    throw invalidField("leftOn", "Give the day the person left, today at the latest.");
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const { accountId } = await loadContact(tx, workspaceId, id);
    await tx.contact.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { leftOn: dateColumn(leftOn), updatedAt: ctx.now },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "leaveContact",
      subjectType: "contact",
      subjectId: id,
      fields: ["leftOn"],
    });
    await markFactsChanged(tx, workspaceId, [accountId], ctx.now);
    return { id };
  });
}
