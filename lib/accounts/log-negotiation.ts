import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { logNegotiationSchema } from "./follow-up-input";
import { negotiationDates } from "./negotiation-dates";

/** A negotiation about a contract's next term, open or over. */
export async function logNegotiation({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; accountId: string }> {
  requirePermission(ctx, "touch:write");
  const { contractId, openedOn, closedOn, ...round } = logNegotiationSchema.parse(input);
  const dates = negotiationDates({ openedOn, closedOn }, ctx.asOf);
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const contract = await tx.contract.findFirst({
      where: { workspaceId, id: contractId },
      select: { accountId: true, account: { select: { currency: true } } },
    });
    if (!contract) throw notFound("contract");
    const { accountId, account } = contract;
    const id = newId();
    await tx.renewalNegotiation.create({
      data: { ...round, ...dates, workspaceId, id, contractId, currency: account.currency },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "logNegotiation",
      subjectType: "contract",
      subjectId: contractId,
      fields: Object.keys(round),
    });
    await markFactsChanged(tx, workspaceId, [accountId], ctx.now);
    return { id, accountId };
  });
}
