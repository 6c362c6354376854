import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type NavCounts, NavLinks } from "./nav-links";
import { type WorkspaceChoice, WorkspaceSwitcher } from "./workspace-switcher";

type ShellProps = {
  workspace: WorkspaceChoice;
  choices: readonly WorkspaceChoice[];
  counts?: NavCounts;
  palette: ReactNode;
  /** The saved views, once for the side and once for the menu of a phone. */
  views: (place: "side" | "menu") => ReactNode;
  userMenu: ReactNode;
  children: ReactNode;
};

/** The signed-in frame: navigation at the left, folded into a menu on phones. */
export function Shell({
  workspace,
  choices,
  counts = {},
  palette,
  views,
  userMenu,
  children,
}: ShellProps) {
  const t = useTranslations("shell");
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[208px_minmax(0,1fr)] print:block">
      <a
        href="#content"
        className="absolute top-2 left-2 z-30 -translate-y-20 rounded-control bg-accent px-3 py-1.5 text-accent-ink focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <aside className="sticky top-0 hidden h-dvh flex-col gap-4 overflow-y-auto border-r border-line px-3 py-5 md:flex print:hidden">
        <WorkspaceSwitcher current={workspace} choices={choices} />
        {palette}
        <nav aria-label={t("navigation.main")} className="flex-1">
          <NavLinks workspace={workspace.slug} counts={counts} />
        </nav>
        {views("side")}
        {userMenu}
      </aside>
      <details className="group border-b border-line md:hidden print:hidden">
        <summary className="flex list-none items-center justify-between px-4 py-3">
          <span className="font-bold">{workspace.name}</span>
          <span className="flex items-center gap-1.5 text-ink-2">
            <Menu aria-hidden size={18} />
            {t("menu")}
          </span>
        </summary>
        <div className="flex flex-col gap-5 border-t border-line px-2 py-4">
          <nav aria-label={t("navigation.mainMenu")}>
            <NavLinks workspace={workspace.slug} counts={counts} />
          </nav>
          {views("menu")}
          {choices.length > 1 ? <WorkspaceSwitcher current={workspace} choices={choices} /> : null}
          {userMenu}
        </div>
      </details>
      <main
        id="content"
        tabIndex={-1}
        className="max-w-[1272px] px-4 py-5 outline-none md:px-8 print:p-0 print:[zoom:0.8]"
      >
        {children}
      </main>
    </div>
  );
}
