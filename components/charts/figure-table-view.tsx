import { useTranslations } from "next-intl";
import { type FigureTable, formatCell, isNumeric } from "@/lib/format/figure-table";

/** The rows behind a chart, as they are read; scrolls in itself where it is wide. */
export function FigureTableView({ table, locale }: { table: FigureTable; locale: string }) {
  const label = useTranslations("chart.frame")("tableOf", { title: table.title });
  const looks = table.columns.map((column) => (isNumeric(column) ? "is-number" : undefined));
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls sideways
    <section className="relative mt-2 overflow-x-auto" tabIndex={0} aria-label={label}>
      <table className="figure-table w-full text-sm">
        <caption className="sr-only">{table.title}</caption>
        <thead>
          <tr className="border-b border-line text-ink-3">
            {table.columns.map((column, at) => (
              <th key={column.header} scope="col" className={looks[at]}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index} className="border-b border-line">
              {table.columns.map((column, at) => {
                const words = formatCell(column, row[at], locale);
                return at === 0 ? (
                  <th key={column.header} scope="row" className={looks[at]}>
                    {words}
                  </th>
                ) : (
                  <td key={column.header} className={looks[at]}>
                    {words}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
