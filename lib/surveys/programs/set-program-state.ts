import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";
import { signalWork } from "@/lib/queue/signal-work";
import { restWaves, resumeWaves } from "./rest-waves";

const TIMEOUT_MS = 15_000;

const setProgramStateSchema = z.object({
  programId: z.uuid({ error: "Open the program again." }),
  state: z.enum(["active", "paused", "ended"]),
});

/**
 * Paused and ended programs plan nothing more. What an ended one had planned is not sent; what a
 * paused one had planned waits in its waves, which rest.
 */
export async function setProgramState({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<null> {
  requirePermission(ctx, "wave:send");
  const { programId, state } = setProgramStateSchema.parse(input);
  const { workspace, now } = ctx;
  return withWorkspace(
    ctx,
    async (tx) => {
      const where = { workspaceId: workspace.id, id: programId };
      const program = await tx.surveyProgram.findFirst({ where, select: { state: true } });
      if (!program) throw notFound("program");
      if (program.state === state) return null;
      if (program.state === "ended")
        throw new AppError("CONFLICT", "An ended program stays ended.");
      await tx.surveyProgram.updateMany({
        where,
        data: {
          state,
          nextRunAt: state === "active" ? now : null,
          endedAt: state === "ended" ? now : null,
        },
      });
      if (state === "ended") await dropPlanned(tx, workspace.id, programId);
      if (state === "paused") await restWaves(tx, ctx, programId);
      if (state === "active") await resumeWaves(tx, ctx, programId);
      await signalWork(tx, workspace.id, "mail", now);
      await writeAudit(tx, ctx, {
        verb: "setProgramState",
        subjectType: "surveyProgram",
        subjectId: programId,
        fields: [state],
      });
      return null;
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

/** Links that went out stay open; only mails that have not left are taken back. */
async function dropPlanned(tx: Tx, workspaceId: string, programId: string): Promise<void> {
  await tx.$executeRaw`
    WITH dropped AS (
      UPDATE mail_outbox m SET state = 'skipped', reason = 'closed', finished_at = now()
      FROM invitation i JOIN wave w ON w.workspace_id = i.workspace_id AND w.id = i.wave_id
      WHERE m.workspace_id = ${workspaceId}::uuid AND i.workspace_id = ${workspaceId}::uuid
        AND w.workspace_id = ${workspaceId}::uuid AND w.program_id = ${programId}::uuid
        AND m.invitation_id = i.id AND m.state IN ('pending', 'paused')
      RETURNING m.invitation_id, m.kind)
    UPDATE invitation SET skipped_reason = 'closed'
    WHERE workspace_id = ${workspaceId}::uuid AND id IN (
      SELECT invitation_id FROM dropped WHERE kind = 'survey')`;
}
