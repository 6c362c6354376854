"use server";

import { redirect } from "next/navigation";
import { definePublicAction } from "@/lib/actions/define-action";
import { clientAddress } from "@/lib/auth/client-address";
import { landingPath } from "@/lib/auth/landing";
import { rememberSession } from "@/lib/auth/session-cookie";
import { signIn } from "@/lib/auth/sign-in";

export const signInAction = definePublicAction(async ({ input }) => {
  const session = await signIn({ input, address: await clientAddress(), now: new Date() });
  await rememberSession(session);
  redirect(landingPath(input.next));
});
