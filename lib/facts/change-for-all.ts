import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { signalWork } from "@/lib/queue/signal-work";
import { markAllChanged } from "./facts-state";

/**
 * What every account is judged by has changed: a new epoch, so that every process reads it.
 *
 * @param earlierToo also at closes that are stored: then every account is computed again
 */
export async function changeForAll(
  tx: Tx,
  ctx: Ctx,
  { earlierToo }: { earlierToo: boolean },
): Promise<void> {
  if (earlierToo) await markAllChanged(tx, ctx);
  await tx.$executeRaw`
    UPDATE facts_state SET epoch = epoch + 1 WHERE workspace_id = ${ctx.workspace.id}::uuid`;
  await signalWork(tx, ctx.workspace.id, "facts", ctx.now);
}
