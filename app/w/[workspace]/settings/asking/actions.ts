"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { updateAskingSettings } from "@/lib/workspaces/update-asking-settings";

type Fields = Record<string, unknown>;

/** A box that is not ticked is not sent; and the two times belong together. */
function toInput(input: unknown): Fields {
  const { hoursFrom, hoursUntil, ...fields } = input as Fields;
  return {
    ...fields,
    keepsWorkingHours: fields.keepsWorkingHours === "on",
    quietWeeks: fields.quietWeeks === "on",
    workingHours: { from: hoursFrom, until: hoursUntil },
  };
}

export const updateRhythmAction = defineAction(async ({ ctx, input }) => {
  await updateAskingSettings({ ctx, input: toInput(input) });
  refresh();
  return null;
});
