"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { archiveSurvey } from "@/lib/surveys/design/archive-survey";
import { changeSurvey } from "@/lib/surveys/design/change-survey";
import { createSurvey } from "@/lib/surveys/design/create-survey";

export const createSurveyAction = defineAction(async (call) => {
  const { surveyId } = await createSurvey(call);
  redirect(`/w/${call.ctx.workspace.slug}/surveys/${surveyId}`);
});

export const changeSurveyAction = defineAction(async (call) => {
  const { surveyId } = await changeSurvey(call);
  redirect(`/w/${call.ctx.workspace.slug}/surveys/${surveyId}`);
});

export const archiveSurveyAction = defineAction(async (call) => {
  await archiveSurvey(call);
  redirect(`/w/${call.ctx.workspace.slug}/surveys`);
});
