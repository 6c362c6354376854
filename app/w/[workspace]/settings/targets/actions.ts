"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { freezeBaseline } from "@/lib/loyalty/targets/freeze-baseline";
import { setTarget } from "@/lib/loyalty/targets/set-target";

export const setTargetAction = defineAction(async ({ ctx, input }) => {
  await setTarget({ ctx, input });
  refresh();
  return null;
});

export const freezeBaselineAction = defineAction(async ({ ctx, input }) => {
  await freezeBaseline({ ctx, input });
  refresh();
  return null;
});
