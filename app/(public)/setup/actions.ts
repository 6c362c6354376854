"use server";

import { redirect } from "next/navigation";
import { definePublicAction } from "@/lib/actions/define-action";
import { rememberSession } from "@/lib/auth/session-cookie";
import { createFirstAdmin } from "@/lib/workspaces/create-first-admin";

export const setUpAction = definePublicAction(async ({ input }) => {
  const { slug, session } = await createFirstAdmin({ input, now: new Date() });
  await rememberSession(session);
  redirect(`/w/${slug}`);
});
