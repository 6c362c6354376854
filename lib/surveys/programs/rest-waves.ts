import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { signalWork } from "@/lib/queue/signal-work";
import { restMails } from "../mail/rest-mails";
import { resumeMails } from "../mail/resume-mails";

const RESTS = "program";

/** What a paused program had planned waits. */
export async function restWaves(tx: Tx, ctx: Ctx, programId: string): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const where = { workspaceId, programId, state: { in: ["sending", "sent"] } };
  const waves = await tx.wave.findMany({ where, select: { id: true } });
  await tx.wave.updateMany({ where, data: { state: "paused", pausedReason: RESTS } });
  for (const { id } of waves) await restMails(tx, workspaceId, id);
}

export async function resumeWaves(tx: Tx, ctx: Ctx, programId: string): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const where = { workspaceId, programId, state: "paused", pausedReason: RESTS };
  const waves = await tx.wave.findMany({ where, select: { id: true } });
  await tx.wave.updateMany({ where, data: { state: "sending", pausedReason: null } });
  for (const { id } of waves) await resumeMails(tx, ctx, id);
  await signalWork(tx, workspaceId, "wave", ctx.now);
  await signalWork(tx, workspaceId, "program", ctx.now);
}
