import type { RawTx } from "@/lib/db/raw-tx";
import { takeTurns } from "@/lib/db/take-turns";

function keyOf(workspaceId: string): string {
  return `merge:${workspaceId}`;
}

/**
 * First in a transaction that finds accounts and then writes rows onto them: no account is merged away
 * in between.
 */
export async function holdMerges(tx: RawTx, workspaceId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${keyOf(workspaceId)}, 0))`;
}

/** Waits for those transactions, and they for this one. */
export async function waitForWriters(tx: RawTx, workspaceId: string): Promise<void> {
  await takeTurns(tx, keyOf(workspaceId));
}
