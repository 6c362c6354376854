import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { invalidField } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { dateColumn } from "@/lib/format/calendar";
import { logPromiseSchema } from "./follow-up-input";
import { requireAccount } from "./load-contact";

/** What somebody of ours promised a customer, and until when. */
export async function logPromise({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; accountId: string }> {
  requirePermission(ctx, "touch:write");
  const { accountId, body, dueOn } = logPromiseSchema.parse(input);
  if (dueOn < ctx.asOf) throw invalidField("dueOn", "Promise something for today or later.");
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    await requireAccount(tx, workspaceId, accountId);
    const id = newId();
    await tx.promise.create({
      data: {
        ...{ workspaceId, id, accountId, body },
        madeById: ctx.actor.type === "user" ? ctx.actor.employeeId : null,
        madeOn: dateColumn(ctx.asOf),
        dueOn: dateColumn(dueOn),
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "logPromise",
      subjectType: "account",
      subjectId: accountId,
      fields: ["body", "dueOn"],
    });
    await markFactsChanged(tx, workspaceId, [accountId], ctx.now);
    return { id, accountId };
  });
}
