import type { Ctx } from "@/lib/auth/ctx";
import { withWorkspace } from "@/lib/db/with-workspace";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { refreshWorkspace } from "@/lib/facts/refresh-workspace";

/** Something happened with one account: whatever was made of all of them is made anew. */
export async function raiseEpoch(ctx: Ctx): Promise<void> {
  await withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const account = await tx.account.findFirstOrThrow({
      where: { workspaceId },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    await markFactsChanged(tx, workspaceId, [account.id], ctx.now);
  });
  await refreshWorkspace(ctx);
}
