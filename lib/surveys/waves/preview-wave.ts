import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import { loadAskingSettings } from "@/lib/workspaces/asking-settings";
import { loadSurveys, type SurveySummary } from "../design/load-surveys";
import { loadPeopleToAsk, MAX_PEOPLE, type PersonToAsk } from "./load-people-to-ask";
import { loadSegmentAccounts } from "./load-segment-accounts";
import { usualLastDay } from "./open-days";
import { SKIP_REASONS, type SkipReason } from "./skip-reason";
import { waveRulesSchema, waveSelectionSchema } from "./wave-selection";

const PEOPLE_SHOWN = 300;

export type WavePreviewDto = {
  /** Of the wave that would be sent; the form carries it. */
  waveId: string;
  surveys: SurveySummary[];
  segments: { id: string; name: string }[];
  today: string;
  closesOn: string;
  /** Null until a selection was made. */
  selection: {
    asked: number;
    accounts: number;
    skipped: { reason: SkipReason; people: number }[];
    people: (Omit<PersonToAsk, "lastAskedAt" | "email"> & { lastAskedOn: string | null })[];
    hasMorePeople: boolean;
    /** More than one wave may ask. */
    isTooLarge: boolean;
  } | null;
};

const previewWaveSchema = z.object({
  ...waveSelectionSchema.shape,
  ...waveRulesSchema.shape,
  /** Nobody is selected until the form was sent: an empty one means everybody. */
  isChosen: z.boolean(),
  /** The survey to be sent, where it was chosen already. */
  surveyId: z.uuid().optional().catch(undefined),
});

function summarise(people: PersonToAsk[], timeZone: string): WavePreviewDto["selection"] {
  const asked = people.filter((person) => person.skip === null);
  const skipped = SKIP_REASONS.map((reason) => ({
    reason,
    people: people.filter((person) => person.skip === reason).length,
  }));
  return {
    asked: asked.length,
    accounts: new Set(asked.map((person) => person.accountId)).size,
    skipped: skipped.filter((skip) => skip.people > 0),
    people: people.slice(0, PEOPLE_SHOWN).map(({ lastAskedAt, email, ...person }) => ({
      ...person,
      lastAskedOn: lastAskedAt ? dateIn(timeZone, lastAskedAt) : null,
    })),
    hasMorePeople: people.length > PEOPLE_SHOWN,
    isTooLarge: people.length > MAX_PEOPLE,
  };
}

/** The dry run: who would be asked, who would be skipped and why. Writes nothing. */
export async function previewWave({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<WavePreviewDto> {
  requirePermission(ctx, "wave:send");
  const { isChosen, asksDespiteInterval, surveyId, ...selection } = previewWaveSchema.parse(input);
  const { id: workspaceId, timeZone } = ctx.workspace;
  const segmentAccounts = await loadSegmentAccounts(ctx, selection.segmentId);
  return withWorkspace(ctx, async (tx) => {
    const segments = await tx.segment.findMany({
      where: { workspaceId, archivedAt: null },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    });
    const today = dateIn(timeZone, ctx.now);
    const settings = await loadAskingSettings(tx, ctx.workspace, today);
    const rules = { asksDespiteInterval, segmentAccounts, settings, surveyId };
    const people = isChosen ? await loadPeopleToAsk(tx, ctx, selection, rules) : null;
    return {
      waveId: newId(),
      surveys: await loadSurveys(tx, workspaceId),
      segments,
      today,
      closesOn: usualLastDay(ctx, settings),
      selection: people && summarise(people, timeZone),
    };
  });
}
