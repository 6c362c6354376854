import { newId } from "@/lib/db/new-id";
import type { InWorkspace, Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { addressHash } from "./address-hash";

/** The mail server says that there is no such mailbox: nothing is sent there again. */
export async function suppressDeadAddress(
  tx: Tx,
  { workspace, now }: InWorkspace & { now: Date },
  address: string,
): Promise<void> {
  await tx.suppression.create({
    data: {
      workspaceId: workspace.id,
      id: newId(),
      addressHash: addressHash(readEnv().LINK_KEYS, workspace.id, address),
      reason: "hard_bounce",
      purpose: "all",
      createdAt: now,
    },
    select: { id: true },
  });
}
