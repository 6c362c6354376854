"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { updateWorkspace } from "@/lib/workspaces/update-workspace";

export const updateWorkspaceAction = defineAction(async (call) => {
  await updateWorkspace(call);
  refresh();
  return null;
});
