import type { Tx } from "@/lib/db/with-workspace";
import type { Reader } from "@/lib/db/with-workspace-sql";

/** Whose rows are read. */
export type Scope<Source extends Reader = Tx> = {
  tx: Source;
  workspaceId: string;
  timeZone: string;
  /** Only these accounts; null reads all. */
  accountIds: readonly string[] | null;
};
