import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import { loadAskingSettings } from "@/lib/workspaces/asking-settings";
import { restMails } from "./rest-mails";
import { storedTrouble, type WaveDeliveries, waveTrouble } from "./wave-trouble";

async function loadDeliveries(
  tx: Tx,
  workspaceId: string,
  waveId: string,
): Promise<WaveDeliveries> {
  const [row] = await tx.$queryRaw<WaveDeliveries[]>`
    SELECT count(*)::int AS sends,
      (count(*) FILTER (WHERE m.state = 'bounced'))::int AS bounces,
      (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM mail_event e
        WHERE e.workspace_id = ${workspaceId}::uuid AND e.mail_id = m.id
          AND e.kind = 'complaint')))::int AS complaints
    FROM invitation i
    JOIN mail_outbox m ON m.workspace_id = i.workspace_id AND m.invitation_id = i.id
    JOIN wave w ON w.workspace_id = i.workspace_id AND w.id = i.wave_id
    WHERE i.workspace_id = ${workspaceId}::uuid AND m.workspace_id = ${workspaceId}::uuid
      AND w.workspace_id = ${workspaceId}::uuid AND i.wave_id = ${waveId}::uuid
      AND m.kind IN ('survey', 'survey_reminder')
      AND m.state IN ('handed', 'sent', 'bounced', 'uncertain')
      AND (w.resumed_at IS NULL OR COALESCE(m.handed_at, m.finished_at) > w.resumed_at)`;
  return row ?? { sends: 0, bounces: 0, complaints: 0 };
}

/**
 * Looks whether a wave draws so many bounces or complaints that going on would harm; then it rests,
 * with the reason, until an admin lets it go on. The audit row names the system.
 */
export async function pauseTroubledWave(tx: Tx, ctx: Ctx, waveId: string): Promise<void> {
  const { workspace, now } = ctx;
  const today = dateIn(workspace.timeZone, now);
  const settings = await loadAskingSettings(tx, workspace, today);
  const trouble = waveTrouble(await loadDeliveries(tx, workspace.id, waveId), settings);
  if (trouble === null) return;
  const { count } = await tx.wave.updateMany({
    where: { workspaceId: workspace.id, id: waveId, state: { in: ["sending", "sent"] } },
    data: { state: "paused", pausedReason: storedTrouble(trouble) },
  });
  if (count === 0) return;
  await restMails(tx, workspace.id, waveId);
  await writeAudit(tx, ctx, {
    verb: "pauseWave",
    subjectType: "wave",
    subjectId: waveId,
    fields: [trouble.kind],
  });
}
