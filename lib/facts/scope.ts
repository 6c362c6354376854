import type { Reader } from "@/lib/db/with-workspace-sql";

/** Whose rows are read. */
export type Scope = {
  tx: Reader;
  workspaceId: string;
  timeZone: string;
  /** Only these accounts; null reads all. */
  accountIds: readonly string[] | null;
};
