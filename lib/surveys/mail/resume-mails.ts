import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { signalWork } from "@/lib/queue/signal-work";

/** Mails of a wave that rested are due again, each at its planned time and judged anew when claimed. */
export async function resumeMails(tx: Tx, ctx: Ctx, waveId: string): Promise<void> {
  const { id } = ctx.workspace;
  await tx.$executeRaw`
    UPDATE mail_outbox m SET state = 'pending', reason = NULL, due_at = GREATEST(due_at, ${ctx.now})
    FROM invitation i
    WHERE m.workspace_id = ${id}::uuid AND i.workspace_id = ${id}::uuid
      AND i.id = m.invitation_id AND i.wave_id = ${waveId}::uuid AND m.state = 'paused'`;
  await signalWork(tx, id, "mail", ctx.now);
}
