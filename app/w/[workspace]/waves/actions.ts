"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { resumeWave } from "@/lib/surveys/mail/resume-wave";
import { closeWave } from "@/lib/surveys/waves/close-wave";
import { resolveUncertainMail } from "@/lib/surveys/waves/resolve-uncertain-mail";
import { sendWave } from "@/lib/surveys/waves/send-wave";

export const sendWaveAction = defineAction(async (call) => {
  const { waveId } = await sendWave(call);
  redirect(`/w/${call.ctx.workspace.slug}/waves/${waveId}`);
});

export const closeWaveAction = defineAction(async (call) => {
  await closeWave(call);
  refresh();
  return null;
});

export const resolveUncertainMailAction = defineAction(async (call) => {
  await resolveUncertainMail(call);
  refresh();
  return null;
});

export const resumeWaveAction = defineAction(async (call) => {
  await resumeWave(call);
  refresh();
  return null;
});
