import { useTranslations } from "next-intl";
import type { ImportMappingDto } from "@/lib/imports/get-import-mapping";

/** The file's own table, scrolled sideways where it is wide. */
export function FirstRows({ view }: { view: ImportMappingDto }) {
  const t = useTranslations("imports");
  const title = t("columns.firstRowsShort");
  const labelOf = new Map(
    view.fields.flatMap((field) => {
      const column = view.mapping.columns[field.key];
      return column === undefined ? [] : [[column, field.label] as const];
    }),
  );
  const columns = view.headers.map((header, position) => ({ header, position }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key
    <section aria-label={title} tabIndex={0} className="relative -mx-1 overflow-x-auto px-1">
      <table className="border-collapse text-sm">
        <caption className="sr-only">{t("columns.firstRowsOf", { file: view.fileName })}</caption>
        <thead>
          <tr className="border-b border-line text-left align-bottom">
            <th scope="col" className="py-1.5 pr-3 text-right font-normal text-ink-3">
              {t("rejected.row")}
            </th>
            {columns.map(({ header, position }) => (
              <th key={position} scope="col" className="py-1.5 pr-4 whitespace-nowrap">
                <span className="block text-xs font-normal text-accent">{labelOf.get(header)}</span>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.preview.map((row) => (
            <tr key={row.rowNumber} className="border-b border-line last:border-b-0">
              <th scope="row" className="py-1.5 pr-3 text-right font-normal text-ink-3">
                {row.rowNumber}
              </th>
              {columns.map(({ position }) => (
                <td key={position} className="max-w-64 truncate py-1.5 pr-4">
                  {row.cells[position]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
