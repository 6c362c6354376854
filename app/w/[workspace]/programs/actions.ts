"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { createProgram } from "@/lib/surveys/programs/create-program";
import { setProgramState } from "@/lib/surveys/programs/set-program-state";

export const createProgramAction = defineAction(async (call) => {
  await createProgram(call);
  redirect(`/w/${call.ctx.workspace.slug}/programs`);
});

export const setProgramStateAction = defineAction(async (call) => {
  await setProgramState(call);
  refresh();
  return null;
});
