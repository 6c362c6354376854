import { db } from "@/lib/db/client";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { markDatabase } from "./database-mark";

type Settled = { ended: number; uncertain: number };

/** Who was still to be asked was not: the wave's page says why. */
async function noteOnInvitations(tx: Tx, workspaceId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE invitation i SET skipped_reason = 'restored' FROM mail_outbox m
    WHERE i.workspace_id = ${workspaceId}::uuid AND m.workspace_id = ${workspaceId}::uuid
      AND m.invitation_id = i.id AND m.kind = 'survey' AND m.reason = 'restored'
      AND m.state = 'skipped' AND i.skipped_reason IS NULL`;
}

async function settleOne(workspaceId: string): Promise<Settled> {
  return withWorkspace(
    { workspace: { id: workspaceId } },
    async (tx) => {
      const settled = {
        ended: await tx.$executeRaw`
        UPDATE mail_outbox SET state = 'skipped', reason = 'restored', finished_at = now(),
          leased_until = NULL
        WHERE workspace_id = ${workspaceId}::uuid AND state IN ('pending', 'paused', 'claimed')`,
        uncertain: await tx.$executeRaw`
        UPDATE mail_outbox SET state = 'uncertain', reason = 'restored', finished_at = now(),
          leased_until = NULL
        WHERE workspace_id = ${workspaceId}::uuid AND state = 'handed'`,
      };
      await noteOnInvitations(tx, workspaceId);
      return settled;
    },
    { timeoutMs: 120_000 },
  );
}

/**
 * For the operator after a restore. Mails that waited when the dump was made are ended, because the
 * original sent them since; a moved database keeps them. Then this database sends.
 */
export async function settleRestoredMail({
  isMoved,
  now,
}: {
  isMoved: boolean;
  now: Date;
}): Promise<Settled> {
  const total: Settled = { ended: 0, uncertain: 0 };
  const workspaces = isMoved ? [] : await db().workspace.findMany({ select: { id: true } });
  for (const { id } of workspaces) {
    const settled = await settleOne(id);
    total.ended += settled.ended;
    total.uncertain += settled.uncertain;
  }
  await markDatabase(now);
  return total;
}
