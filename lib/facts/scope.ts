import type { Tx } from "@/lib/db/with-workspace";

/** Whose rows are read. */
export type Scope = {
  tx: Tx;
  workspaceId: string;
  timeZone: string;
  /** Only these accounts; null reads all. */
  accountIds: readonly string[] | null;
};
