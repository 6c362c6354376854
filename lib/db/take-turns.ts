import type { RawTx } from "./raw-tx";

/** Whoever names the same comes one after the other, each until the end of its transaction. */
export async function takeTurns(tx: RawTx, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}
