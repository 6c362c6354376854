import type { Tx } from "@/lib/db/with-workspace";

/** Mails somebody is just claiming are left to that claim, which finds the wave at rest. */
export async function restMails(tx: Tx, workspaceId: string, waveId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE mail_outbox SET state = 'paused'
    WHERE workspace_id = ${workspaceId}::uuid AND id IN (
      SELECT m.id FROM mail_outbox m
      JOIN invitation i ON i.workspace_id = m.workspace_id AND i.id = m.invitation_id
      WHERE m.workspace_id = ${workspaceId}::uuid AND i.workspace_id = ${workspaceId}::uuid
        AND i.wave_id = ${waveId}::uuid AND m.state = 'pending'
        AND m.kind IN ('survey', 'survey_reminder')
      FOR UPDATE OF m SKIP LOCKED)`;
}
