"use client";

import { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { NAVIGATION } from "./navigation";

/** Three dots while the page is on its way. */
function Pending() {
  const { pending } = useLinkStatus();
  return <span aria-hidden>{pending ? " …" : ""}</span>;
}

/** What waits on a page, by its path; a page that is not named has nothing waiting. */
export type NavCounts = Readonly<Record<string, { count: number; words: string }>>;

type NavLinksProps = { workspace: string; counts?: NavCounts };

function Count({ waiting }: { waiting: NavCounts[string] | undefined }) {
  if (!waiting || waiting.count === 0) return null;
  return (
    <span className="ml-2 rounded-full border border-control/60 px-1.5 text-xs font-semibold text-ink-2">
      <span aria-hidden>{waiting.count > 99 ? "99+" : waiting.count}</span>
      <span className="sr-only">, {waiting.words}</span>
    </span>
  );
}

export function NavLinks({ workspace, counts = {} }: NavLinksProps) {
  const pathname = usePathname();
  const t = useTranslations("shell.navigation");
  return (
    <ul className="flex flex-col gap-4">
      {NAVIGATION.map((group) => (
        <li key={group.word ?? "daily"}>
          {group.word ? (
            <p className="mb-0.5 px-2.5 text-xs font-semibold text-ink-3">{t(group.word)}</p>
          ) : null}
          <ul>
            {group.items.map((item) => {
              const href = `/w/${workspace}/${item.path}`;
              const isCurrent = pathname === href || pathname.startsWith(`${href}/`);
              return (
                <li key={item.path}>
                  <Link
                    href={href}
                    aria-current={isCurrent ? "page" : undefined}
                    className={classNames(
                      "block rounded-control px-2.5 py-1 phone:py-2",
                      isCurrent
                        ? "bg-accent-soft font-semibold text-accent"
                        : "text-ink-2 hover:bg-line/50 hover:text-ink",
                    )}
                  >
                    {t(item.word)}
                    <Count waiting={counts[item.path]} />
                    <Pending />
                  </Link>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
}
