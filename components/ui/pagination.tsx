import { useTranslations } from "next-intl";
import { LinkButton } from "./button";

type PaginationProps = {
  /** 1 for the first page. */
  page: number;
  pageSize: number;
  total: number;
  /** What is counted, as it stands after a number: "accounts". */
  what: string;
  href: (page: number) => string;
};

export function Pagination({ page, pageSize, total, what, href }: PaginationProps) {
  const t = useTranslations("ui.pages");
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const to = Math.min(total, page * pageSize);
  const hasNext = to < total;
  return (
    <nav aria-label={t("label")} className="mt-4 flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm text-ink-2">{t("range", { from, to, total, what })}</p>
      {page > 1 || hasNext ? (
        <div className="flex gap-2">
          {page > 1 ? (
            <LinkButton size="small" rel="prev" href={href(page - 1)}>
              {t("previous")}
            </LinkButton>
          ) : null}
          {hasNext ? (
            <LinkButton size="small" rel="next" href={href(page + 1)}>
              {t("next")}
            </LinkButton>
          ) : null}
        </div>
      ) : null}
    </nav>
  );
}
