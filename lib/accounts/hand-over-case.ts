import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { refuseUnknownEmployee } from "./check-references";
import { handOverCaseSchema } from "./follow-up-input";
import { tellOwnerOfCase, tellSystemsOfCase } from "./tell-of-case";

/** Gives an open case to another colleague, who is written to. */
export async function handOverCase({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; accountId: string }> {
  requirePermission(ctx, "touch:write");
  const { caseId, ownerId } = handOverCaseSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const key = { workspaceId, id: caseId };
    const select = { accountId: true, ownerId: true };
    const found = await tx.caseFile.findFirst({ where: key, select });
    if (!found) throw notFound("case");
    await refuseUnknownEmployee(tx, workspaceId, ownerId, "ownerId");
    const { count } = await tx.caseFile.updateMany({
      where: { ...key, closedAt: null, OR: [{ ownerId: null }, { ownerId: { not: ownerId } }] },
      data: { ownerId },
    });
    if (count === 0) {
      const isTheirs = found.ownerId === ownerId;
      throw new AppError(
        "CONFLICT",
        isTheirs ? "This colleague looks after it already." : "This is closed already.",
      );
    }
    await writeAudit(tx, ctx, {
      verb: "handOverCase",
      subjectType: "account",
      subjectId: found.accountId,
      fields: ["ownerId"],
    });
    await tellSystemsOfCase(tx, ctx, "case.handed_over", caseId);
    await tellOwnerOfCase(tx, ctx, { caseId, ownerId });
    await markFactsChanged(tx, workspaceId, [found.accountId], ctx.now);
    return { id: caseId, accountId: found.accountId };
  });
}
