import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { dateColumn } from "@/lib/format/calendar";
import { closePromiseSchema } from "./follow-up-input";

/** Kept or not: said once, and it stays. */
export async function closePromise({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; accountId: string }> {
  requirePermission(ctx, "touch:write");
  const { promiseId: id, outcome } = closePromiseSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const promise = await tx.promise.findFirst({
      where: { workspaceId, id },
      select: { accountId: true },
    });
    if (!promise) throw notFound("promise");
    const on = dateColumn(ctx.asOf);
    const { count } = await tx.promise.updateMany({
      where: { workspaceId, id, keptOn: null, brokenOn: null },
      data: outcome === "kept" ? { keptOn: on } : { brokenOn: on },
    });
    if (count === 0) throw new AppError("CONFLICT", "This promise is closed already.");
    await writeAudit(tx, ctx, {
      verb: "closePromise",
      subjectType: "account",
      subjectId: promise.accountId,
      fields: [outcome],
    });
    await markFactsChanged(tx, workspaceId, [promise.accountId], ctx.now);
    return { id, accountId: promise.accountId };
  });
}
