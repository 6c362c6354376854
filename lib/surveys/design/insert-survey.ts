import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import type { SurveyInput } from "./survey-input";
import { SCALE_OF } from "./survey-question";

/** Touchpoints that come from a survey form wait to be placed on the journey map. */
const STAGE_NOT_PLACED = "not placed";

async function touchpointId(tx: Tx, ctx: Ctx, survey: SurveyInput): Promise<string | null> {
  if (survey.scope !== "touchpoint") return null;
  const { touchpoint } = tx;
  const where = { workspaceId: ctx.workspace.id, name: survey.touchpointName };
  const known = await touchpoint.findFirst({ where, select: { id: true } });
  if (known) return known.id;
  const data = { ...where, id: newId(), stage: STAGE_NOT_PLACED };
  return (await touchpoint.create({ data, select: { id: true } })).id;
}

export async function insertSurvey(
  tx: Tx,
  ctx: Ctx,
  survey: SurveyInput,
  place: { familyId: string | null; version: number },
): Promise<string> {
  const id = newId();
  await tx.survey.create({
    data: {
      workspaceId: ctx.workspace.id,
      id,
      familyId: place.familyId ?? id,
      version: place.version,
      name: survey.name,
      question: survey.question,
      scale: SCALE_OF[survey.question],
      scope: survey.scope,
      touchpointId: await touchpointId(tx, ctx, survey),
      followUps: survey.followUps,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  return id;
}
