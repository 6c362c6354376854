import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { addDays, dateColumn, dateIn, isoDate } from "@/lib/format/calendar";
import { resumeMails } from "../mail/resume-mails";

const HALF_DAY_MS = 43_200_000;

/** A wave is sent when none of its mails waits any more, and closes after its last day. */
export async function advanceWaves(tx: Tx, ctx: Ctx): Promise<number> {
  const { workspace, now } = ctx;
  const sent = await tx.$executeRaw`
    UPDATE wave SET state = 'sent'
    WHERE workspace_id = ${workspace.id}::uuid AND state = 'sending' AND NOT EXISTS (
      SELECT 1 FROM invitation i
      JOIN mail_outbox m ON m.workspace_id = i.workspace_id AND m.invitation_id = i.id
      WHERE i.workspace_id = ${workspace.id}::uuid AND m.workspace_id = ${workspace.id}::uuid
        AND i.wave_id = wave.id AND m.state IN ('pending', 'claimed', 'handed')
        AND m.kind IN ('survey', 'survey_reminder'))`;
  const today = dateIn(workspace.timeZone, now);
  const closed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE wave SET state = 'closed'
    WHERE workspace_id = ${workspace.id}::uuid AND state IN ('sending', 'sent', 'paused')
      AND closes_on < ${today}::date
    RETURNING id`;
  // Mails of a wave that rested to its end are looked at once more and end as skipped.
  for (const { id } of closed) await resumeMails(tx, ctx, id);
  return sent + closed.length;
}

/** When the next open wave has seen its last day everywhere; null when none is open. */
export async function nextWaveAt(tx: Tx, workspaceId: string): Promise<Date | null> {
  const wave = await tx.wave.findFirst({
    where: { workspaceId, state: { in: ["sending", "sent", "paused"] } },
    orderBy: { closesOn: "asc" },
    select: { closesOn: true },
  });
  if (!wave) return null;
  return afterLastDay(isoDate(wave.closesOn));
}

/** By noon UTC of the day after, that day has begun in every time zone. */
export function afterLastDay(closesOn: string): Date {
  return new Date(dateColumn(addDays(closesOn, 1)).getTime() + HALF_DAY_MS);
}
