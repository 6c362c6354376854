import type { Tx } from "@/lib/db/with-workspace";
import { AppError, invalidField } from "@/lib/errors";

type References = {
  parentId?: string | null | undefined;
  referredById?: string | null | undefined;
  ownerId?: string | null | undefined;
  externalId?: string | null | undefined;
};

const MAX_LEVELS = 50;

async function refuseUnknownAccount(tx: Tx, workspaceId: string, id: string, field: string) {
  const row = await tx.account.findFirst({
    where: { workspaceId, id, archivedAt: null, mergedIntoId: null },
    select: { id: true },
  });
  if (!row) throw invalidField(field, "Choose an account from the list.");
}

/** A parent may not be the account itself or one of the accounts below it. */
async function refuseCircle(tx: Tx, workspaceId: string, parentId: string, ownId: string) {
  let current: string | null = parentId;
  for (let level = 0; current !== null && level < MAX_LEVELS; level += 1) {
    if (current === ownId)
      throw invalidField("parentId", "An account cannot be below itself. Choose another parent.");
    const row: { parentId: string | null } | null = await tx.account.findFirst({
      where: { workspaceId, id: current },
      select: { parentId: true },
    });
    current = row?.parentId ?? null;
  }
}

export async function refuseUnknownEmployee(
  tx: Tx,
  workspaceId: string,
  id: string,
  field: string,
): Promise<void> {
  const row = await tx.employee.findFirst({
    where: { workspaceId, id, leftOn: null },
    select: { id: true },
  });
  if (!row) throw invalidField(field, "Choose a colleague from the list.");
}

async function refuseTakenId(tx: Tx, workspaceId: string, externalId: string, ownId: string) {
  const taken = await tx.account.findFirst({
    where: { workspaceId, source: "manual", externalId, id: { not: ownId } },
    select: { id: true },
  });
  if (!taken) return;
  const message = "Another account has this external id. Give a different one.";
  throw new AppError("CONFLICT", message, { fieldErrors: { externalId: message } });
}

/** Ids in the input are references only: each is read again in the workspace. */
export async function checkReferences(
  tx: Tx,
  workspaceId: string,
  ownId: string,
  { parentId, referredById, ownerId, externalId }: References,
): Promise<void> {
  if (parentId) {
    await refuseUnknownAccount(tx, workspaceId, parentId, "parentId");
    await refuseCircle(tx, workspaceId, parentId, ownId);
  }
  if (referredById) await refuseUnknownAccount(tx, workspaceId, referredById, "referredById");
  if (ownerId) await refuseUnknownEmployee(tx, workspaceId, ownerId, "ownerId");
  if (externalId) await refuseTakenId(tx, workspaceId, externalId, ownId);
}
