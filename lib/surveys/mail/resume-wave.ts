import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";
import { signalWork } from "@/lib/queue/signal-work";
import { resumeMails } from "./resume-mails";

const resumeWaveSchema = z.object({ waveId: z.uuid({ error: "Open the wave again." }) });
const RESUME_TIMEOUT_MS = 15_000;

/** An admin has seen why the wave rests; from here on its bounces and complaints count anew. */
export async function resumeWave({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<null> {
  requirePermission(ctx, "wave:send");
  const { waveId } = resumeWaveSchema.parse(input);
  const where = { workspaceId: ctx.workspace.id, id: waveId };
  return withWorkspace(
    ctx,
    async (tx) => {
      const wave = await tx.wave.findFirst({ where, select: { state: true } });
      if (!wave) throw notFound("wave");
      const { count } = await tx.wave.updateMany({
        where: { ...where, state: "paused" },
        data: { state: "sending", pausedReason: null, resumedAt: ctx.now },
      });
      if (count === 0) throw new AppError("CONFLICT", "This wave does not rest any more.");
      await resumeMails(tx, ctx, waveId);
      await signalWork(tx, ctx.workspace.id, "wave", ctx.now);
      await writeAudit(tx, ctx, {
        verb: "resumeWave",
        subjectType: "wave",
        subjectId: waveId,
        fields: ["state"],
      });
      return null;
    },
    { timeoutMs: RESUME_TIMEOUT_MS },
  );
}
