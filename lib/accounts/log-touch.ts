import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { invalidField } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { dateColumn, dateIn } from "@/lib/format/calendar";
import { logTouchSchema } from "./account-input";
import { requireAccount } from "./load-contact";

/** The person is one of the account, or of a site that is shown with it. */
async function refuseStranger(tx: Tx, workspaceId: string, accountId: string, contactId: string) {
  const row = await tx.contact.findFirst({
    where: {
      workspaceId,
      id: contactId,
      archivedAt: null,
      account: { OR: [{ id: accountId }, { parentId: accountId }] },
    },
    select: { id: true },
  });
  if (!row) throw invalidField("contactId", "Choose a person of this account.");
}

/** Logs a call, meeting, visit or mail; a dated next step lets the worklist line rest until then. */
export async function logTouch({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; accountId: string }> {
  requirePermission(ctx, "touch:write");
  const { happenedOn, nextStepOn, ...touch } = logTouchSchema.parse(input);
  if (happenedOn > dateIn(ctx.workspace.timeZone, ctx.now))
    throw invalidField("happenedOn", "Log what has happened; plan the rest as a next step.");
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    await requireAccount(tx, workspaceId, touch.accountId);
    if (touch.contactId) await refuseStranger(tx, workspaceId, touch.accountId, touch.contactId);
    const id = newId();
    await tx.touch.create({
      data: {
        ...touch,
        workspaceId,
        id,
        employeeId: ctx.actor.type === "user" ? ctx.actor.employeeId : null,
        happenedOn: dateColumn(happenedOn),
        nextStepOn: nextStepOn === null ? null : dateColumn(nextStepOn),
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "logTouch",
      subjectType: "account",
      subjectId: touch.accountId,
      fields: Object.keys(touch),
    });
    await markFactsChanged(tx, workspaceId, [touch.accountId], ctx.now);
    return { id, accountId: touch.accountId };
  });
}
