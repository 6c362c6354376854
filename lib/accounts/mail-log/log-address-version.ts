import { z } from "zod";
import type { Tx } from "@/lib/db/with-workspace";

export const LOG_ADDRESS_KEY = "log_address";

const storedSchema = z.object({ version: z.number().int().min(1).max(65_535) });

/** Which of a workspace's logging addresses works: the last one made, at once. */
export async function logAddressVersion(tx: Tx, workspaceId: string): Promise<number> {
  const row = await tx.settingVersion.findFirst({
    where: { workspaceId, key: LOG_ADDRESS_KEY },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { value: true },
  });
  return row ? storedSchema.parse(row.value).version : 1;
}
