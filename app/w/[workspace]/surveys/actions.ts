"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { archiveSurvey } from "@/lib/surveys/design/archive-survey";
import { changeSurvey } from "@/lib/surveys/design/change-survey";
import { createSurvey } from "@/lib/surveys/design/create-survey";
import { closeDoor } from "@/lib/surveys/doors/close-door";
import { createDoor } from "@/lib/surveys/doors/create-door";
import { previewSurvey } from "@/lib/surveys/preview/preview-survey";
import { sendSurveyTest } from "@/lib/surveys/preview/send-survey-test";
import { renderPreview } from "./_preview/render-preview";
import { nestedInput } from "./nested-input";

export const saveSurveyAction = defineAction(async ({ ctx, input }) => {
  const call = { ctx, input: nestedInput(input) };
  const isNew = input.surveyId === undefined;
  const { surveyId } = await (isNew ? createSurvey(call) : changeSurvey(call));
  redirect(`/w/${ctx.workspace.slug}/surveys/${surveyId}`);
});

export const previewSurveyAction = defineAction(async ({ ctx, input }) => {
  const { previewLanguage: language, previewOf: surveyId, nonce, ...draft } = input;
  const call = { language, surveyId, draft: nestedInput(draft) };
  return renderPreview(await previewSurvey({ ctx, input: call }), String(nonce ?? ""));
});

export const sendSurveyTestAction = defineAction(sendSurveyTest);

export const createDoorAction = defineAction(async (call) => {
  const { doorId, surveyId } = await createDoor(call);
  redirect(`/w/${call.ctx.workspace.slug}/surveys/${surveyId}/doors/${doorId}`);
});

export const closeDoorAction = defineAction(async (call) => {
  const { surveyId } = await closeDoor(call);
  redirect(`/w/${call.ctx.workspace.slug}/surveys/${surveyId}`);
});

export const archiveSurveyAction = defineAction(async (call) => {
  await archiveSurvey(call);
  redirect(`/w/${call.ctx.workspace.slug}/surveys`);
});
