"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { rememberSession } from "@/lib/auth/session-cookie";
import { changePassword } from "@/lib/workspaces/change-password";
import { updateProfile } from "@/lib/workspaces/update-profile";

export const updateProfileAction = defineAction(async (call) => {
  const { asksMonday, mondayMail, ...input } = call.input;
  // An empty box is not sent: the form says by another field that it asked.
  await updateProfile({
    ctx: call.ctx,
    input: asksMonday ? { ...input, mondayMail: mondayMail === "on" } : input,
  });
  refresh();
  return null;
});

export const changePasswordAction = defineAction(async (call) => {
  await rememberSession(await changePassword(call));
  return null;
});
