import { useTranslations } from "next-intl";
import { type FigureTable, formatCell, isNumeric } from "@/lib/format/figure-table";

/** The rows behind a chart, as they are read; scrolls in itself where it is wide. */
export function FigureTableView({ table, locale }: { table: FigureTable; locale: string }) {
  const label = useTranslations("chart.frame")("tableOf", { title: table.title });
  const align = table.columns.map((column) => (isNumeric(column) ? "text-right" : "text-left"));
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls sideways
    <section className="relative mt-2 overflow-x-auto" tabIndex={0} aria-label={label}>
      <table className="w-full text-sm">
        <caption className="sr-only">{table.title}</caption>
        <thead>
          <tr className="border-b border-line text-ink-3">
            {table.columns.map((column, at) => (
              <th
                key={column.header}
                scope="col"
                className={`py-1 pr-4 font-normal last:pr-0 ${align[at]}`}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index} className="border-b border-line">
              {table.columns.map((column, at) => {
                const look = `py-1 pr-4 last:pr-0 whitespace-nowrap ${align[at]}`;
                const words = formatCell(column, row[at], locale);
                return at === 0 ? (
                  <th key={column.header} scope="row" className={`${look} font-normal`}>
                    {words}
                  </th>
                ) : (
                  <td key={column.header} className={look}>
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
