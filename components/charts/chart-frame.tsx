import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { FigureTable } from "@/lib/format/figure-table";
import { FigureTableView } from "./figure-table-view";

type ChartFrameProps = {
  id: string;
  /** What is seen, as a sentence where the data allow one. */
  title: string;
  /** Of whom, in which period, in which unit. */
  note?: ReactNode;
  table: FigureTable;
  locale: string;
  /** Address of the table as a file. */
  fileHref: (format: "csv" | "xlsx") => string;
  /** "How is this computed". */
  formula?: ReactNode;
  actions?: ReactNode;
  /** What is shown is the table itself. */
  isTable?: boolean;
  className?: string;
  children: ReactNode;
};

const LINK = "underline hover:text-ink";

/** A chart with everything that belongs to one: heading, formula, the same figures as table and as file. */
export function ChartFrame(props: ChartFrameProps) {
  const { id, title, note, table, locale, fileHref, formula, actions, isTable } = props;
  const { className, children } = props;
  const t = useTranslations("chart.frame");
  return (
    <Card id={id} title={title} note={note} actions={actions} {...(className ? { className } : {})}>
      {children}
      <div className="mt-2.5 flex flex-wrap items-start gap-x-3 gap-y-1 text-sm text-ink-2 print:hidden">
        {formula}
        <a href={fileHref("csv")} download className={LINK} aria-label={t("csvOf", { title })}>
          CSV
        </a>
        <a href={fileHref("xlsx")} download className={LINK} aria-label={t("xlsxOf", { title })}>
          XLSX
        </a>
        {isTable ? null : (
          <details className="min-w-0 open:basis-full">
            <summary className="inline list-none underline hover:text-ink">{t("table")}</summary>
            <FigureTableView table={table} locale={locale} />
          </details>
        )}
      </div>
    </Card>
  );
}
