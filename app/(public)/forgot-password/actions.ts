"use server";

import { after } from "next/server";
import { definePublicAction } from "@/lib/actions/define-action";
import { clientAddress } from "@/lib/auth/client-address";
import { acceptResetRequest, sendResetMail } from "@/lib/workspaces/request-password-reset";

/** The mail is written after the answer: known and unknown addresses answer alike, in words and time. */
export const forgotPasswordAction = definePublicAction(async ({ input }) => {
  const { email } = await acceptResetRequest({ input, address: await clientAddress() });
  after(() => sendResetMail({ email, now: new Date() }));
  return null;
});
