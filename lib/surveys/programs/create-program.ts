import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { invalidField, notFound } from "@/lib/errors";
import { signalWork } from "@/lib/queue/signal-work";
import { type ProgramInput, programInputSchema } from "./program-input";

function ruleOf(program: ProgramInput): object {
  return program.kind === "drip" ? {} : { event: program.event, days: program.days };
}

/** Begins at once: the worker plans the first asks within a minute. */
export async function createProgram({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ programId: string }> {
  requirePermission(ctx, "wave:send");
  const program = programInputSchema.parse(input);
  const { workspace, now, actor } = ctx;
  return withWorkspace(ctx, async (tx) => {
    const survey = await tx.survey.findFirst({
      where: { workspaceId: workspace.id, id: program.surveyId, archivedAt: null },
      select: { scope: true },
    });
    if (!survey) throw notFound("survey");
    if (survey.scope === "touchpoint" && (program.kind === "drip" || program.event === "renewal")) {
      throw invalidField(
        "surveyId",
        "This survey asks about one touchpoint. Choose one about the relationship, or let it follow an event.",
      );
    }
    const { segmentId, roles, accountIds } = program;
    const id = newId();
    await tx.surveyProgram.create({
      data: {
        workspaceId: workspace.id,
        id,
        surveyId: program.surveyId,
        name: program.name,
        kind: program.kind,
        state: "active",
        selection: { ...(segmentId ? { segmentId } : {}), roles, accountIds },
        rule: ruleOf(program),
        reminderAfterDays: program.reminderAfterDays,
        openDays: program.openDays,
        createdById: actor.type === "user" ? actor.userId : null,
        createdAt: now,
        nextRunAt: now,
      },
      select: { id: true },
    });
    await signalWork(tx, workspace.id, "program", now);
    await writeAudit(tx, ctx, {
      verb: "createProgram",
      subjectType: "surveyProgram",
      subjectId: id,
    });
    return { programId: id };
  });
}
