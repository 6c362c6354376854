import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientWords } from "@/components/layout/client-words";
import { CommandPalette } from "@/components/layout/palette/command-palette";
import { workspacePlaces } from "@/components/layout/palette/workspace-places";
import { SavedViews } from "@/components/layout/saved-views";
import { Shell } from "@/components/layout/shell";
import { readTheme, THEME_COOKIE } from "@/components/layout/theme";
import { UserMenu } from "@/components/layout/user-menu";
import { can } from "@/lib/auth/permissions";
import { currentUser } from "@/lib/auth/session";
import { staffWords } from "@/lib/i18n/staff-words";
import { getOpenAnswerCount } from "@/lib/surveys/inbox/get-open-answer-count";
import { listMyWorkspaces } from "@/lib/workspaces/list-my-workspaces";
import { listViews } from "@/lib/workspaces/views/list-views";
import { orNotNow } from "./or-not-now";
import { pageCtx } from "./page-ctx";
import { setThemeAction, signOutAction } from "./shell-actions";
import { removeViewAction, saveViewAction } from "./view-actions";

type Props = { params: Promise<{ workspace: string }>; children: ReactNode };

export default async function WorkspaceLayout({ params, children }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const user = await currentUser();
  const choices = user ? await listMyWorkspaces({ userId: user.userId }) : [];
  // A count beside a link keeps no page from being shown.
  const open = await orNotNow(getOpenAnswerCount({ ctx }));
  const views = (await orNotNow(listViews({ ctx }))) ?? [];
  const t = await getTranslations("shell");
  const role = ctx.actor.type === "user" ? t(`roles.${ctx.actor.role}`) : "";
  return (
    <ClientWords areas={["shell", "palette"]}>
      <Shell
        workspace={{ slug: ctx.workspace.slug, name: ctx.workspace.name }}
        choices={choices}
        counts={
          open === null
            ? {}
            : { answers: { count: open, words: t("needSomebody", { count: open }) } }
        }
        palette={
          <CommandPalette
            workspace={ctx.workspace.slug}
            places={workspacePlaces(ctx.workspace.slug, {
              shell: staffWords(ctx.locale, "shell"),
              palette: staffWords(ctx.locale, "palette"),
              settings: staffWords(ctx.locale, "settings"),
            })}
          />
        }
        views={(place) => (
          <SavedViews
            id={`views-${place}`}
            workspace={ctx.workspace.slug}
            views={views}
            canShare={can(ctx.actor, "segment:write")}
            save={saveViewAction}
            remove={removeViewAction}
          />
        )}
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
    </ClientWords>
  );
}
