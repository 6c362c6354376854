import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

export type WorkspaceChoice = { slug: string; name: string };

type WorkspaceSwitcherProps = { current: WorkspaceChoice; choices: readonly WorkspaceChoice[] };

export function WorkspaceSwitcher({ current, choices }: WorkspaceSwitcherProps) {
  const t = useTranslations("shell");
  const others = choices.filter((choice) => choice.slug !== current.slug);
  if (others.length === 0) return <p className="px-2.5 font-bold">{current.name}</p>;
  return (
    <details className="relative">
      <summary className="flex list-none items-center justify-between gap-2 rounded-control px-2.5 py-1 font-bold hover:bg-line/50">
        {current.name}
        <ChevronsUpDown aria-hidden size={14} className="shrink-0 text-ink-3" />
        <span className="sr-only">, {t("changeWorkspace")}</span>
      </summary>
      <ul className="absolute top-full left-0 z-20 mt-1 min-w-full rounded-control border border-control bg-card p-1">
        {others.map((choice) => (
          <li key={choice.slug}>
            <Link
              href={`/w/${choice.slug}`}
              className="block rounded-md px-2 py-1.5 whitespace-nowrap hover:bg-accent-soft"
            >
              {choice.name}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
