import { newId } from "@/lib/db/new-id";
import type { InWorkspace, Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { addressHash, addressHashes } from "./address-hash";

type NewSuppression = {
  address: string;
  reason: "hard_bounce" | "complaint" | "erasure";
  contactId: string | null;
};

/** Nothing is sent to this address any more, whatever for. Said twice it stands once. */
export async function suppressAddress(
  tx: Tx,
  { workspace, now }: InWorkspace & { now: Date },
  { address, reason, contactId }: NewSuppression,
): Promise<void> {
  const workspaceId = workspace.id;
  const { LINK_KEYS } = readEnv();
  const known = await tx.suppression.findFirst({
    where: {
      workspaceId,
      addressHash: { in: addressHashes(LINK_KEYS, workspaceId, address) },
      reason,
      purpose: "all",
      liftedAt: null,
    },
    select: { id: true },
  });
  if (known) return;
  await tx.suppression.create({
    data: {
      workspaceId,
      id: newId(),
      addressHash: addressHash(LINK_KEYS, workspaceId, address),
      reason,
      purpose: "all",
      contactId,
      createdAt: now,
    },
    select: { id: true },
  });
}
