import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { isAppError } from "@/lib/errors";
import { addDays, dateIn, instantOf } from "@/lib/format/calendar";
import { signalWork } from "@/lib/queue/signal-work";
import { loadAskingSettings } from "@/lib/workspaces/asking-settings";
import { quarterOf } from "../waves/load-account-asks";
import { loadPeopleToAsk } from "../waves/load-people-to-ask";
import { loadSegmentAccounts } from "../waves/load-segment-accounts";
import { planDrip } from "./plan-drip";
import { planTriggered } from "./plan-triggered";
import { toSelection } from "./program-input";
import { triggerSchema } from "./program-rule";
import { restWaves } from "./rest-waves";

const RUN_TIMEOUT_MS = 60_000;
/** Before work begins, so that the day's asks can be seen and refused. */
const RUNS_AT = "05:00";

const runProgramSchema = z.object({ programId: z.uuid() });
export type ProgramRun = { asked: number };

type Row = NonNullable<Awaited<ReturnType<typeof findDue>>>;

function findDue(tx: Tx, ctx: Ctx, id: string) {
  return tx.surveyProgram.findFirst({
    where: {
      workspaceId: ctx.workspace.id,
      id,
      state: "active",
      nextRunAt: { lte: ctx.now },
      survey: { archivedAt: null },
    },
    select: {
      id: true,
      name: true,
      kind: true,
      surveyId: true,
      selection: true,
      rule: true,
      openDays: true,
      reminderAfterDays: true,
      createdById: true,
      createdAt: true,
    },
  });
}

/** A drip looks again with the next quarter, a triggered one every morning. */
function nextRun(kind: string, today: string, timeZone: string): Date {
  const day = kind === "drip" ? quarterOf(today).until : addDays(today, 1);
  return instantOf(timeZone, day, RUNS_AT);
}

function intersect(some: string[] | null, others: string[]): string[] {
  if (some === null) return others;
  const known = new Set(some);
  return others.filter((id) => known.has(id));
}

async function plan(
  tx: Tx,
  ctx: Ctx,
  program: Row,
  segmentAccounts: string[] | null,
): Promise<number> {
  const { workspace, now } = ctx;
  const today = dateIn(workspace.timeZone, now);
  const settings = await loadAskingSettings(tx, workspace, today);
  const selection = toSelection(program.selection);
  const rules = { asksDespiteInterval: false, settings, surveyId: program.surveyId };
  const loadPeople = (accountIds: string[] | null) => {
    const among = segmentAccounts === null ? accountIds : intersect(accountIds, segmentAccounts);
    return loadPeopleToAsk(tx, ctx, selection, { ...rules, segmentAccounts: among });
  };
  const planning = { tx, ctx, program, settings, today, loadPeople };
  if (program.kind === "drip") return planDrip(planning);
  return planTriggered({ ...planning, trigger: triggerSchema.parse(program.rule) });
}

function nobodyWhereGone(error: unknown): "gone" {
  if (isAppError(error) && error.code === "NOT_FOUND") return "gone";
  throw error;
}

/** Its segment is archived: it asks nobody until somebody says whom, and the programs behind it go on. */
async function restProgram(ctx: Ctx, programId: string): Promise<ProgramRun> {
  const rest = async (tx: Tx) => {
    const { count } = await tx.surveyProgram.updateMany({
      where: { workspaceId: ctx.workspace.id, id: programId, state: "active" },
      data: { state: "paused", nextRunAt: null },
    });
    if (count === 0) return { asked: 0 };
    await restWaves(tx, ctx, programId);
    const subject = { subjectType: "surveyProgram", subjectId: programId };
    await writeAudit(tx, ctx, { verb: "runProgram", ...subject, fields: ["paused"] });
    return { asked: 0 };
  };
  return withWorkspace(ctx, rest, { timeoutMs: RUN_TIMEOUT_MS });
}

/** Plans what a program asks next. Run twice it plans once: the second finds it not due. */
export async function runProgram({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<ProgramRun> {
  requirePermission(ctx, "wave:send");
  const { programId } = runProgramSchema.parse(input);
  const { workspace, now } = ctx;
  const selection = await withWorkspace(ctx, (tx) =>
    tx.surveyProgram.findFirst({
      where: { workspaceId: workspace.id, id: programId },
      select: { selection: true },
    }),
  );
  if (!selection) return { asked: 0 };
  const { segmentId } = toSelection(selection.selection);
  const segmentAccounts = await loadSegmentAccounts(ctx, segmentId).catch(nobodyWhereGone);
  if (segmentAccounts === "gone") return restProgram(ctx, programId);
  return withWorkspace(
    ctx,
    async (tx) => {
      await tx.$queryRaw`
        SELECT id FROM survey_program
        WHERE workspace_id = ${workspace.id}::uuid AND id = ${programId}::uuid FOR UPDATE`;
      const program = await findDue(tx, ctx, programId);
      if (!program) return { asked: 0 };
      const asked = await plan(tx, ctx, program, segmentAccounts);
      const nextRunAt = nextRun(program.kind, dateIn(workspace.timeZone, now), workspace.timeZone);
      await tx.surveyProgram.updateMany({
        where: { workspaceId: workspace.id, id: programId },
        data: { nextRunAt },
      });
      await signalWork(tx, workspace.id, "program", nextRunAt);
      await writeAudit(tx, ctx, {
        verb: "runProgram",
        subjectType: "surveyProgram",
        subjectId: programId,
        fields: asked > 0 ? ["invitations"] : [],
      });
      return { asked };
    },
    { timeoutMs: RUN_TIMEOUT_MS },
  );
}
