"use server";

import { redirect } from "next/navigation";
import { definePublicAction } from "@/lib/actions/define-action";
import { clientAddress } from "@/lib/auth/client-address";
import { forgetSession } from "@/lib/auth/session-cookie";
import { resetPassword } from "@/lib/workspaces/reset-password";

export const resetPasswordAction = definePublicAction(async ({ input }) => {
  await resetPassword({ input, address: await clientAddress(), now: new Date() });
  await forgetSession();
  redirect("/sign-in?done=password");
});
