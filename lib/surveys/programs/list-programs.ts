import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import { type Trigger, triggerSchema } from "./program-rule";

export type ProgramSummary = {
  id: string;
  name: string;
  kind: "drip" | "triggered";
  state: "active" | "paused" | "ended";
  surveyName: string;
  trigger: Trigger | null;
  reminderAfterDays: number | null;
  /** ISO day in the workspace; null while it does not run. */
  nextRunOn: string | null;
  waiting: number;
  delivered: number;
  /** People with a confirmed answer. */
  answered: number;
};

export type ProgramsDto = { programs: ProgramSummary[]; canWrite: boolean };

type Counts = { programId: string; waiting: number; delivered: number; answered: number };

export async function listPrograms({ ctx }: { ctx: Ctx }): Promise<ProgramsDto> {
  requirePermission(ctx, "wave:read");
  const { id: workspaceId, timeZone } = ctx.workspace;
  return withWorkspace(ctx, async (tx) => {
    const rows = await tx.surveyProgram.findMany({
      where: { workspaceId },
      orderBy: [{ endedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
      select: {
        id: true,
        name: true,
        kind: true,
        state: true,
        rule: true,
        reminderAfterDays: true,
        nextRunAt: true,
        survey: { select: { name: true } },
      },
    });
    const counts = await tx.$queryRaw<Counts[]>`
      SELECT w.program_id AS "programId",
        (count(*) FILTER (WHERE i.delivered_at IS NULL AND i.skipped_reason IS NULL))::int AS waiting,
        count(i.delivered_at)::int AS delivered,
        (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM response_event r
          WHERE r.workspace_id = ${workspaceId}::uuid AND r.invitation_id = i.id
            AND r.class = 'confirmed')))::int AS answered
      FROM wave w
      JOIN invitation i ON i.workspace_id = w.workspace_id AND i.wave_id = w.id
      WHERE w.workspace_id = ${workspaceId}::uuid AND i.workspace_id = ${workspaceId}::uuid
        AND w.program_id IS NOT NULL
      GROUP BY w.program_id`;
    const countOf = new Map(counts.map(({ programId, ...count }) => [programId, count]));
    return {
      programs: rows.map(({ survey, rule, nextRunAt, kind, state, ...row }) => ({
        ...row,
        ...(countOf.get(row.id) ?? { waiting: 0, delivered: 0, answered: 0 }),
        kind: kind as ProgramSummary["kind"],
        state: state as ProgramSummary["state"],
        surveyName: survey.name,
        trigger: kind === "triggered" ? triggerSchema.parse(rule) : null,
        nextRunOn: nextRunAt ? dateIn(timeZone, nextRunAt) : null,
      })),
      canWrite: can(ctx.actor, "wave:send"),
    };
  });
}
