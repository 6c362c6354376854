import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "./link";

/** The last one, the page itself, has no address. */
type Crumb = { label: string; href?: string };

type PageHeaderProps = {
  /** The page's answer in a sentence, or its name where it has nothing to answer. */
  title: ReactNode;
  /** The parts of the answer. */
  parts?: ReactNode;
  /** Its doubt: as-of date, freshness, coverage. */
  doubt?: ReactNode;
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
};

function CrumbLink({ crumb, isLast }: { crumb: Crumb; isLast: boolean }) {
  if (crumb.href === undefined) {
    return (
      <b className="font-semibold text-ink" aria-current={isLast ? "page" : undefined}>
        {crumb.label}
      </b>
    );
  }
  return (
    <Link href={crumb.href} className="hover:text-ink hover:underline">
      {crumb.label}
    </Link>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("whereYouAre")} className="text-ink-2 wrap-anywhere">
      {crumbs.map((crumb, i) => (
        <span key={crumb.label}>
          {i > 0 ? (
            <span aria-hidden className="px-1.5 text-ink-3">
              /
            </span>
          ) : null}
          <CrumbLink crumb={crumb} isLast={i === crumbs.length - 1} />
        </span>
      ))}
    </nav>
  );
}

const ROW = "flex flex-wrap items-center justify-between gap-x-4 gap-y-2";

/** Actions stand beside the crumbs, or beside the title where there are none. */
export function PageHeader({ title, parts, doubt, crumbs = [], actions }: PageHeaderProps) {
  const buttons = actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null;
  const hasCrumbs = crumbs.length > 0;
  return (
    <header className="mb-4">
      {hasCrumbs ? (
        <div className={`mb-3 ${ROW}`}>
          <Crumbs crumbs={crumbs} />
          {buttons}
        </div>
      ) : null}
      <div className={ROW}>
        <h1 className="max-w-[62rem] text-title wrap-anywhere font-bold tracking-[-0.01em] text-pretty">
          {title}
        </h1>
        {hasCrumbs ? null : buttons}
      </div>
      {parts ? <p className="mt-1 text-ink-2">{parts}</p> : null}
      {doubt ? (
        <div className="mt-1.5 flex flex-wrap gap-x-5 gap-y-0.5 text-sm text-ink-2">{doubt}</div>
      ) : null}
    </header>
  );
}
