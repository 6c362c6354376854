import { z } from "zod";
import type { Tx } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";

export const dropSchema = z.object({ scopeId: z.uuid({ error: "Open the page again." }) });

/** @returns its key. @throws AppError NOT_FOUND where no drop was told of. */
export async function requireDrop(tx: Tx, workspaceId: string, scopeId: string) {
  const row = await tx.advantageWatch.findFirst({
    where: { workspaceId, scopeId },
    select: { dropped: true },
  });
  if (!row?.dropped) throw notFound("drop");
  return { workspaceId, scopeId };
}
