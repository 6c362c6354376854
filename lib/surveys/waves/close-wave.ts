import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { resumeMails } from "../mail/resume-mails";

const closeWaveSchema = z.object({ waveId: z.uuid({ error: "Open the wave again." }) });

/** From now on answers are refused and mails that still wait are not sent; what came in stays. */
export async function closeWave({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<null> {
  requirePermission(ctx, "wave:send");
  const { waveId } = closeWaveSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const where = { workspaceId: ctx.workspace.id, id: waveId };
    const wave = await tx.wave.findFirst({ where, select: { state: true } });
    if (!wave) throw notFound("wave");
    if (wave.state === "closed") return null;
    await tx.wave.updateMany({ where, data: { state: "closed" } });
    // Mails that wait, or rest, are looked at once more and end as skipped.
    await resumeMails(tx, ctx, waveId);
    await writeAudit(tx, ctx, {
      verb: "closeWave",
      subjectType: "wave",
      subjectId: waveId,
      fields: ["state"],
    });
    return null;
  });
}
