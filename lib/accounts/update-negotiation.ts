import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { updateNegotiationSchema } from "./follow-up-input";
import { negotiationDates } from "./negotiation-dates";

/** A negotiation goes on: one more round, another discount, or how it ended. */
export async function updateNegotiation({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; accountId: string }> {
  requirePermission(ctx, "touch:write");
  const { negotiationId: id, ...given } = updateNegotiationSchema.parse(input);
  const { openedOn, closedOn, ...round } = given;
  const dates = negotiationDates({ openedOn, closedOn }, ctx.asOf);
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const before = await tx.renewalNegotiation.findFirst({
      where: { workspaceId, id },
      select: { contract: { select: { accountId: true } } },
    });
    if (!before) throw notFound("negotiation");
    const { accountId } = before.contract;
    await tx.renewalNegotiation.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { ...round, ...dates },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "updateNegotiation",
      subjectType: "negotiation",
      subjectId: id,
      fields: Object.keys(given),
    });
    await markFactsChanged(tx, workspaceId, [accountId], ctx.now);
    return { id, accountId };
  });
}
