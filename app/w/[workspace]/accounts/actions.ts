"use server";

import { refresh } from "next/cache";
import { logTouch } from "@/lib/accounts/log-touch";
import { defineAction } from "@/lib/actions/define-action";

export const logTouchAction = defineAction(async ({ ctx, input }) => {
  const touch = await logTouch({ ctx, input });
  refresh();
  return touch;
});
