"use server";

import { redirect } from "next/navigation";
import { definePublicAction } from "@/lib/actions/define-action";
import { clientAddress } from "@/lib/auth/client-address";
import { rememberSession } from "@/lib/auth/session-cookie";
import { acceptInvitation } from "@/lib/workspaces/accept-invitation";

export const acceptInvitationAction = definePublicAction(async ({ input }) => {
  const address = await clientAddress();
  const { slug, session } = await acceptInvitation({ input, address, now: new Date() });
  if (session === null) redirect(`/sign-in?done=joined&next=/w/${slug}`);
  await rememberSession(session);
  redirect(`/w/${slug}`);
});
