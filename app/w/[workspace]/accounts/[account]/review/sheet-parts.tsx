import type { ReactNode } from "react";
import { TABLE_ROLE } from "@/components/ui/table-roles";

/** One page of paper; the second begins a new one. */
export function Sheet({ children }: { children: ReactNode }) {
  return (
    <article className="mb-6 max-w-[210mm] rounded-card border border-line bg-card p-8 max-sm:p-4 print:mb-0 print:max-w-none print:break-after-page print:rounded-none print:border-0 print:p-0 print:[zoom:1.25] print:last:break-after-auto">
      {children}
    </article>
  );
}

type PartProps = { title: string; children: ReactNode };

export function Part({ title, children }: PartProps) {
  return (
    <section className="mt-5 break-inside-avoid first:mt-0">
      <h2 className="mb-1.5 border-b border-line pb-1 font-semibold">{title}</h2>
      {children}
    </section>
  );
}

type RowsTableProps = {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly ReactNode[])[];
  /** Columns whose numbers stand at the right. */
  right?: readonly number[];
};

const ON_A_PHONE =
  "phone:flex phone:justify-between phone:gap-4 phone:py-0.5 phone:pr-0 phone:text-right phone:empty:hidden phone:before:shrink-0 phone:before:text-ink-2 phone:before:content-[attr(data-label)]";

/** Days and words of a table are not broken, sentences are. */
function isShort(cell: ReactNode): boolean {
  return typeof cell === "string" && cell.length <= 14;
}

/** A plain table, as paper has it; on a phone each row is a list. */
export function RowsTable({ caption, head, rows, right = [] }: RowsTableProps) {
  const look = (at: number) =>
    `py-1 pr-3 align-top last:pr-0 ${right.includes(at) ? "text-right" : "text-left"}`;
  return (
    <table {...TABLE_ROLE.table} className="mt-1 w-full text-sm phone:block">
      <caption className="sr-only">{caption}</caption>
      <thead {...TABLE_ROLE.rowgroup} className="phone:sr-only">
        <tr {...TABLE_ROLE.row} className="text-ink-3">
          {head.map((word, at) => (
            <th
              key={word}
              {...TABLE_ROLE.columnheader}
              scope="col"
              className={`${look(at)} font-normal`}
            >
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...TABLE_ROLE.rowgroup} className="phone:block">
        {rows.map((row, index) => (
          <tr
            {...TABLE_ROLE.row}
            key={index}
            className="border-t border-line phone:block phone:py-1.5 phone:first:border-t-0"
          >
            {row.map((cell, at) => (
              <td
                key={head[at]}
                {...TABLE_ROLE.cell}
                data-label={head[at]}
                className={`${look(at)} ${ON_A_PHONE} ${isShort(cell) ? "whitespace-nowrap" : "wrap-anywhere"}`}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type FactsProps = { rows: readonly (readonly [string, ReactNode])[] };

export function Facts({ rows }: FactsProps) {
  return (
    <dl className="grid grid-cols-2 gap-x-8 text-sm max-sm:grid-cols-1">
      {rows.map(([term, description]) => (
        <div key={term} className="flex justify-between gap-4 border-b border-line py-1">
          <dt className="text-ink-2">{term}</dt>
          <dd className="text-right">{description}</dd>
        </div>
      ))}
    </dl>
  );
}
