import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { invalidField, notFound } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { dateColumn } from "@/lib/format/calendar";
import { logWalletSchema } from "./follow-up-input";

async function currencyOf(tx: Tx, workspaceId: string, id: string): Promise<string> {
  const row = await tx.account.findFirst({
    where: { workspaceId, id, archivedAt: null },
    select: { currency: true },
  });
  if (!row) throw notFound("account");
  return row.currency;
}

async function refuseUnknownType(tx: Tx, workspaceId: string, id: string) {
  const row = await tx.productType.findFirst({
    where: { workspaceId, id, archivedAt: null },
    select: { id: true },
  });
  if (!row) throw invalidField("productTypeId", "Choose the product type from the list.");
}

/** What an account spends a year on what we sell, as asked or estimated, in the account's currency. */
export async function logWallet({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; accountId: string }> {
  requirePermission(ctx, "touch:write");
  const { estimatedOn, yearlyLowMinor, yearlyHighMinor, ...wallet } = logWalletSchema.parse(input);
  const { accountId, productTypeId } = wallet;
  if (estimatedOn > ctx.asOf) throw invalidField("estimatedOn", "Choose a date that has come.");
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const currency = await currencyOf(tx, workspaceId, accountId);
    if (productTypeId) await refuseUnknownType(tx, workspaceId, productTypeId);
    const id = newId();
    await tx.walletEstimate.create({
      data: {
        ...{ ...wallet, workspaceId, id, currency },
        yearlyLowMinor: BigInt(yearlyLowMinor),
        yearlyHighMinor: BigInt(yearlyHighMinor),
        estimatedOn: dateColumn(estimatedOn),
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "logWallet",
      subjectType: "account",
      subjectId: accountId,
      fields: ["yearlyLowMinor", "yearlyHighMinor", "provenance", "estimatedOn"],
    });
    await markFactsChanged(tx, workspaceId, [accountId], ctx.now);
    return { id, accountId };
  });
}
