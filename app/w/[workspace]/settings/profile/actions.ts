"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { rememberSession } from "@/lib/auth/session-cookie";
import { changePassword } from "@/lib/workspaces/change-password";
import { updateProfile } from "@/lib/workspaces/update-profile";

export const updateProfileAction = defineAction(async (call) => {
  await updateProfile(call);
  refresh();
  return null;
});

export const changePasswordAction = defineAction(async (call) => {
  await rememberSession(await changePassword(call));
  return null;
});
