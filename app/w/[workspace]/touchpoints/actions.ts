"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { archiveTouchpoint } from "@/lib/surveys/touchpoints/archive-touchpoint";
import { changeStages } from "@/lib/surveys/touchpoints/change-stages";
import { changeTouchpoint } from "@/lib/surveys/touchpoints/change-touchpoint";
import { createTouchpoint } from "@/lib/surveys/touchpoints/create-touchpoint";
import { moveTouchpoint } from "@/lib/surveys/touchpoints/move-touchpoint";
import { recordTouchpointAudit } from "@/lib/surveys/touchpoints/record-touchpoint-audit";
import { withdrawTouchpointAudit } from "@/lib/surveys/touchpoints/withdraw-touchpoint-audit";

export const createTouchpointAction = defineAction(async (call) => {
  const { touchpointId } = await createTouchpoint(call);
  redirect(`/w/${call.ctx.workspace.slug}/touchpoints/${touchpointId}`);
});

export const changeTouchpointAction = defineAction(async (call) => {
  await changeTouchpoint(call);
  refresh();
});

export const moveTouchpointAction = defineAction(async (call) => {
  await moveTouchpoint(call);
  refresh();
});

export const changeStagesAction = defineAction(async (call) => {
  await changeStages(call);
  redirect(`/w/${call.ctx.workspace.slug}/touchpoints`);
});

export const archiveTouchpointAction = defineAction(async (call) => {
  await archiveTouchpoint(call);
  redirect(`/w/${call.ctx.workspace.slug}/touchpoints`);
});

export const recordAuditAction = defineAction(async (call) => {
  await recordTouchpointAudit(call);
  refresh();
});

export const withdrawAuditAction = defineAction(async (call) => {
  await withdrawTouchpointAudit(call);
  refresh();
});
