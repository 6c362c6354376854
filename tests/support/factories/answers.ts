import { newId } from "@/lib/db/new-id";
import { addDays } from "@/lib/format/calendar";
import { date, stamps, type World } from "./world";

export async function createSurvey(
  world: World,
  given: { question?: "nps" | "csat"; scope?: "relationship" | "touchpoint" } = {},
) {
  const stamp = stamps(world);
  const { question = "nps", scope = "relationship" } = given;
  const scale = question === "nps" ? "0-10" : "1-5";
  const data = { ...stamp, familyId: newId(), name: "Survey", question, scale, scope };
  await world.in((tx) => tx.survey.create({ data }));
  return { id: stamp.id, question, scope, scale };
}

export type SurveyRow = Awaited<ReturnType<typeof createSurvey>>;
type Contact = { id: string; accountId: string };

/** A delivered invitation (or one that never was, without `deliveredOn`). */
export async function createInvitation(
  world: World,
  survey: SurveyRow,
  contact: Contact,
  given: { deliveredOn?: string } = {},
) {
  const on = given.deliveredOn ?? "2026-01-01";
  const waveId = newId();
  const stamp = stamps(world, on);
  await world.in(async (tx) => {
    const closesOn = date(addDays(on, 30));
    const wave = { surveyId: survey.id, name: "Wave", state: "sent", closesOn };
    await tx.wave.create({ data: { ...wave, ...stamp, id: waveId } });
    await tx.invitation.create({
      data: {
        ...stamp,
        waveId,
        surveyId: survey.id,
        contactId: contact.id,
        accountId: contact.accountId,
        language: "en",
        closesOn,
        deliveredAt: given.deliveredOn ? stamp.createdAt : null,
      },
    });
  });
  await world.changed(contact.accountId);
  return { id: stamp.id };
}

type AnswerGiven = {
  on: string;
  question?:
    | "nps"
    | "csat"
    | "relative_advantage"
    | "switching"
    | "comment"
    | "reason_to_stay"
    | `driver_${string}`;
  value?: number;
  code?: string;
  comment?: string;
  class?: "confirmed" | "provisional" | "held";
  invitationId?: string;
};

export async function createAnswer(
  world: World,
  survey: SurveyRow,
  contact: Contact,
  given: AnswerGiven,
) {
  const { on, value, code, question = survey.question, ...rest } = given;
  const { id, workspaceId, createdAt } = stamps(world, on);
  await world.in((tx) =>
    tx.responseEvent.create({
      data: {
        class: "confirmed",
        scope: survey.scope,
        scale: survey.scale,
        ...rest,
        workspaceId,
        id,
        surveyId: survey.id,
        contactId: contact.id,
        accountId: contact.accountId,
        question,
        valueNumber: value ?? null,
        valueCode: code ?? null,
        answeredAt: createdAt,
        answeredOn: date(on),
      },
    }),
  );
  await world.changed(contact.accountId);
  return { id };
}
