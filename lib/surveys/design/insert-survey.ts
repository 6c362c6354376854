import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { invalidField } from "@/lib/errors";
import { refuseUnneutralTexts } from "../mail/refuse-unneutral-texts";
import { stageNotPlaced } from "../touchpoints/stages";
import type { SurveyInput } from "./survey-input";

/** The touchpoint of that name; one that is new waits to be placed on the journey map. */
async function touchpointId(tx: Tx, ctx: Ctx, survey: SurveyInput): Promise<string | null> {
  if (survey.scope !== "touchpoint") return null;
  const { touchpoint } = tx;
  const where = { workspaceId: ctx.workspace.id, name: survey.touchpointName };
  const known = await touchpoint.findFirst({ where, select: { id: true, kind: true } });
  if (known?.kind === "audit") {
    throw invalidField("touchpointName", "Colleagues look at this one; customers are not asked.");
  }
  if (known) {
    await touchpoint.updateMany({ where, data: { archivedAt: null } });
    return known.id;
  }
  const position = await touchpoint.count({ where: { workspaceId: ctx.workspace.id } });
  const data = { ...where, id: newId(), stage: stageNotPlaced(ctx), position };
  return (await touchpoint.create({ data, select: { id: true } })).id;
}

/** What the form sets of a survey's row. */
export async function surveyColumns(tx: Tx, ctx: Ctx, survey: SurveyInput) {
  const { name, question, scale, scope, followUps, options } = survey;
  await refuseUnneutralTexts(tx, ctx, options);
  return {
    name,
    question,
    scale,
    scope,
    touchpointId: await touchpointId(tx, ctx, survey),
    followUps,
    // Unset texts are left out of the stored value.
    options: JSON.parse(JSON.stringify(options)),
  };
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
      ...(await surveyColumns(tx, ctx, survey)),
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  return id;
}
