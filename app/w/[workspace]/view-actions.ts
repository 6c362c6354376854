"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { removeView } from "@/lib/workspaces/views/remove-view";
import { saveView } from "@/lib/workspaces/views/save-view";

export const saveViewAction = defineAction(async ({ ctx, input }) => {
  await saveView({ ctx, input: { ...input, isShared: input.isShared === "on" } });
  refresh();
  return null;
});

export const removeViewAction = defineAction(async ({ ctx, input }) => {
  await removeView({ ctx, input });
  refresh();
  return null;
});
