"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { readTheme, THEME_COOKIE } from "@/components/layout/theme";
import { currentUser } from "@/lib/auth/session";
import { forgetSession } from "@/lib/auth/session-cookie";
import { signOut } from "@/lib/auth/sign-out";

const YEAR_SECONDS = 365 * 86_400;

export async function setThemeAction(formData: FormData): Promise<void> {
  const chosen = formData.get("theme");
  const theme = readTheme(typeof chosen === "string" ? chosen : undefined);
  const jar = await cookies();
  jar.set(THEME_COOKIE, theme, { path: "/", sameSite: "lax", maxAge: YEAR_SECONDS });
}

export async function signOutAction(): Promise<void> {
  const user = await currentUser();
  if (user) await signOut({ sessionId: user.sessionId, now: new Date() });
  await forgetSession();
  redirect("/sign-in");
}
