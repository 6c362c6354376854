import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import type { WorkKind } from "@/lib/queue/signal-work";

/** One kind of background work. Adding one is a file here and a line in handlers.ts. */
export type WorkHandler = {
  kind: WorkKind;
  /** How long the worker keeps a workspace's work before somebody else may take it. */
  leaseSeconds: number;
  /**
   * Does a bounded part, so that other workspaces get their turn; may run twice.
   * @param isStopping the worker is asked to end: a part of many steps ends after the one in hand.
   * @returns whether anything got done.
   */
  run(ctx: Ctx, isStopping?: () => boolean): Promise<boolean>;
  /** When there is more to do, judged from the tables; null when nothing is left. */
  nextAt(tx: Tx, ctx: Ctx): Promise<Date | null>;
};
