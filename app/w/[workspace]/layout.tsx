import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Shell } from "@/components/layout/shell";
import { readTheme, THEME_COOKIE } from "@/components/layout/theme";
import { UserMenu } from "@/components/layout/user-menu";
import type { Role } from "@/lib/auth/permissions";
import { currentUser } from "@/lib/auth/session";
import { getOpenAnswerCount } from "@/lib/surveys/inbox/get-open-answer-count";
import { listMyWorkspaces } from "@/lib/workspaces/list-my-workspaces";
import { pageCtx } from "./page-ctx";
import { setThemeAction, signOutAction } from "./shell-actions";

type Props = { params: Promise<{ workspace: string }>; children: ReactNode };

const ROLE_WORDS: Record<Role, string> = {
  admin: "Admin",
  account_manager: "Account manager",
  viewer: "Viewer",
};

export default async function WorkspaceLayout({ params, children }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const user = await currentUser();
  const choices = user ? await listMyWorkspaces({ userId: user.userId }) : [];
  const open = await getOpenAnswerCount({ ctx });
  const role = ctx.actor.type === "user" ? ROLE_WORDS[ctx.actor.role] : "";
  return (
    <Shell
      workspace={{ slug: ctx.workspace.slug, name: ctx.workspace.name }}
      choices={choices}
      counts={{ answers: { count: open, words: `${open} need somebody` } }}
      userMenu={
        <UserMenu
          name={user?.name ?? ""}
          role={role}
          theme={readTheme((await cookies()).get(THEME_COOKIE)?.value)}
          setTheme={setThemeAction}
          signOut={signOutAction}
        />
      }
    >
      {children}
    </Shell>
  );
}
