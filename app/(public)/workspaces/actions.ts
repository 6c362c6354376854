"use server";

import { redirect } from "next/navigation";
import { currentUser } from "@/lib/auth/session";
import { forgetSession } from "@/lib/auth/session-cookie";
import { signOut } from "@/lib/auth/sign-out";

export async function leaveAction(): Promise<void> {
  const user = await currentUser();
  if (user) await signOut({ sessionId: user.sessionId, now: new Date() });
  await forgetSession();
  redirect("/sign-in");
}
