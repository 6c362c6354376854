import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { takeTurns } from "@/lib/db/take-turns";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError, invalidField, notFound } from "@/lib/errors";
import { addDays, dateColumn, dateIn, isIsoDate } from "@/lib/format/calendar";
import { signalWork } from "@/lib/queue/signal-work";
import { loadAskingSettings } from "@/lib/workspaces/asking-settings";
import { afterLastDay } from "./advance-waves";
import { insertInvitations } from "./insert-invitations";
import { loadPeopleToAsk, MAX_PEOPLE } from "./load-people-to-ask";
import { loadSegmentAccounts } from "./load-segment-accounts";
import { usualLastDay } from "./open-days";
import { waveRulesSchema, waveSelectionSchema } from "./wave-selection";

const LONGEST_OPEN_DAYS = 180;
const SEND_TIMEOUT_MS = 30_000;

const DATE = "Give a date as year-month-day, for example 2026-03-01.";
const day = z.string({ error: DATE }).refine(isIsoDate, DATE);
const optionalDay = z.preprocess((value) => value || undefined, day.optional());

const REMINDER = "Remind after 1 to 60 days, or leave it empty.";
const reminderSchema = z.preprocess(
  (value) => value || null,
  z.coerce.number(REMINDER).int(REMINDER).min(1, REMINDER).max(60, REMINDER).nullable(),
);

const sendWaveSchema = z.object({
  /** Made with the form: sending the same form twice sends one wave. */
  waveId: z.uuid({ error: "Open the form again." }),
  surveyId: z.uuid({ error: "Choose a survey." }),
  name: z
    .string({ error: "Give the wave a name." })
    .trim()
    .min(1, "Give the wave a name.")
    .max(120, "Use at most 120 characters."),
  closesOn: optionalDay,
  touchpointOn: optionalDay,
  reminderAfterDays: reminderSchema,
  ...waveSelectionSchema.shape,
  ...waveRulesSchema.shape,
});
type SendWaveInput = z.infer<typeof sendWaveSchema>;

export type SentWave = { waveId: string; asked: number; skipped: number };

function checkDays(input: SendWaveInput, scope: string, today: string, closesOn: string): void {
  if (closesOn < today || closesOn > addDays(today, LONGEST_OPEN_DAYS)) {
    throw invalidField("closesOn", "Choose a last day from today to 180 days from now.");
  }
  if (scope === "touchpoint" && (!input.touchpointOn || input.touchpointOn > today)) {
    throw invalidField("touchpointOn", "Say on which day it happened; the question names it.");
  }
}

async function countsOf(tx: Tx, ctx: Ctx, waveId: string): Promise<SentWave | null> {
  const where = { workspaceId: ctx.workspace.id, waveId };
  const wave = await tx.wave.findFirst({
    where: { workspaceId: ctx.workspace.id, id: waveId },
    select: { id: true },
  });
  if (!wave) return null;
  const all = await tx.invitation.count({ where });
  const skipped = await tx.invitation.count({ where: { ...where, skippedReason: { not: null } } });
  return { waveId, asked: all - skipped, skipped };
}

async function createAndSend(
  tx: Tx,
  ctx: Ctx,
  input: SendWaveInput,
  segmentAccounts: string[] | null,
): Promise<SentWave> {
  const { workspace, now, actor } = ctx;
  const survey = await tx.survey.findFirst({
    where: { workspaceId: workspace.id, id: input.surveyId, archivedAt: null },
    select: { id: true, scope: true },
  });
  if (!survey) throw notFound("survey");
  const today = dateIn(workspace.timeZone, now);
  const settings = await loadAskingSettings(tx, workspace, today);
  const { asksDespiteInterval, closesOn = usualLastDay(ctx, settings) } = input;
  checkDays(input, survey.scope, today, closesOn);
  const rules = { asksDespiteInterval, segmentAccounts, settings, surveyId: survey.id };
  const people = await loadPeopleToAsk(tx, ctx, input, rules);
  if (people.length > MAX_PEOPLE) {
    throw new AppError("TOO_LARGE", "Ask at most 20,000 people in one wave. Narrow the selection.");
  }
  const asked = people.filter((person) => person.skip === null);
  if (asked.length === 0) {
    throw new AppError("CONFLICT", "Nobody of this selection can be asked now. Change it.");
  }
  await tx.wave.create({
    data: {
      workspaceId: workspace.id,
      id: input.waveId,
      surveyId: survey.id,
      name: input.name,
      state: "sending",
      createdById: actor.type === "user" ? actor.userId : null,
      createdAt: now,
      startedAt: now,
      closesOn: dateColumn(closesOn),
      touchpointOn: input.touchpointOn ? dateColumn(input.touchpointOn) : null,
      reminderAfterDays: input.reminderAfterDays,
    },
    select: { id: true },
  });
  const wave = { id: input.waveId, surveyId: survey.id, closesOn };
  await insertInvitations(tx, ctx, wave, people, { asksDespiteInterval });
  await signalWork(tx, workspace.id, "mail", now);
  await signalWork(tx, workspace.id, "wave", afterLastDay(closesOn));
  return { waveId: wave.id, asked: asked.length, skipped: people.length - asked.length };
}

/** Invitations and their mails in one transaction: what is promised here is sent. */
export async function sendWave({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<SentWave> {
  requirePermission(ctx, "wave:send");
  const wave = sendWaveSchema.parse(input);
  const segmentAccounts = await loadSegmentAccounts(ctx, wave.segmentId);
  return withWorkspace(
    ctx,
    async (tx) => {
      await takeTurns(tx, wave.waveId);
      const sentBefore = await countsOf(tx, ctx, wave.waveId);
      if (sentBefore) return sentBefore;
      const sent = await createAndSend(tx, ctx, wave, segmentAccounts);
      await writeAudit(tx, ctx, {
        verb: "sendWave",
        subjectType: "wave",
        subjectId: sent.waveId,
        fields: wave.asksDespiteInterval ? ["invitations", "asksDespiteInterval"] : ["invitations"],
      });
      return sent;
    },
    { timeoutMs: SEND_TIMEOUT_MS },
  );
}
