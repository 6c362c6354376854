import type { Tx } from "@/lib/db/with-workspace";

/** From the first amount on the currency of a workspace stays as it is. */
export async function hasMoney(tx: Tx, workspaceId: string): Promise<boolean> {
  const where = { workspaceId };
  const select = { id: true };
  const found =
    (await tx.purchase.findFirst({ where, select })) ??
    (await tx.contractTerm.findFirst({ where, select })) ??
    (await tx.renewalNegotiation.findFirst({ where, select })) ??
    (await tx.walletEstimate.findFirst({ where, select }));
  return found !== null;
}
