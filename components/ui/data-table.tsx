import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Link } from "./link";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the right. */
  align?: "left" | "right";
  /** Name of this column in the address; makes the heading a link. */
  sortKey?: string;
  /** The row's own name: the heading of the row, and of its block on a phone. */
  isName?: boolean;
  /** Hides the heading from sight (columns of buttons). */
  hideHeader?: boolean;
  /** Left out of the list on a phone, where every column is a line. */
  hideOnPhone?: boolean;
  className?: string;
};

export type Sort = {
  by: string;
  direction: "asc" | "desc";
  href: (by: string, direction: "asc" | "desc") => string;
};

type DataTableProps<Row> = {
  /** Read by screen readers; says what the table shows. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort;
  /** Rows between two equal answers stand under one heading. */
  groupOf?: (row: Row) => string;
};

// Written out because display: block on a phone takes them from the elements.
const ROLE = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  cell: { role: "cell" },
  rowheader: { role: "rowheader" },
  columnheader: { role: "columnheader" },
} as const;

function Heading<Row>({ column, sort }: { column: Column<Row>; sort: Sort | undefined }) {
  const { sortKey } = column;
  if (!sort || !sortKey) {
    return <span className={column.hideHeader ? "sr-only" : undefined}>{column.header}</span>;
  }
  const isCurrent = sort.by === sortKey;
  const next = isCurrent && sort.direction === "desc" ? "asc" : "desc";
  const Arrow = sort.direction === "desc" ? ArrowDown : ArrowUp;
  return (
    <Link
      href={sort.href(sortKey, isCurrent ? next : column.align === "right" ? "desc" : "asc")}
      className={classNames(
        "inline-flex items-center gap-1 hover:text-ink hover:underline",
        isCurrent && "font-semibold text-ink",
      )}
    >
      {column.header}
      {isCurrent ? <Arrow aria-hidden size={13} /> : null}
    </Link>
  );
}

function sortState(sort: Sort | undefined, sortKey: string | undefined) {
  if (!sort || !sortKey) return undefined;
  if (sort.by !== sortKey) return "none" as const;
  return sort.direction === "asc" ? ("ascending" as const) : ("descending" as const);
}

function Row<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  return (
    <tr
      {...ROLE.row}
      className="border-b border-line align-top max-md:block max-md:py-3 last:border-b-0"
    >
      {columns.map((column) => {
        const look = classNames(
          "py-2.5 pr-4 last:pr-0 max-md:flex max-md:justify-between max-md:gap-4 max-md:py-0.5 max-md:pr-0 max-md:empty:hidden",
          column.align === "right" ? "md:text-right" : "text-left",
          column.hideOnPhone && "max-md:hidden",
          column.className,
        );
        if (column.isName) {
          return (
            <th
              key={column.key}
              {...ROLE.rowheader}
              scope="row"
              className={classNames(look, "font-normal")}
            >
              {column.cell(row)}
            </th>
          );
        }
        return (
          <td
            key={column.key}
            {...ROLE.cell}
            data-label={column.hideHeader ? undefined : column.header}
            className={classNames(
              look,
              "max-md:data-label:before:shrink-0 max-md:data-label:before:text-ink-3 max-md:data-label:before:content-[attr(data-label)]",
            )}
          >
            {column.cell(row)}
          </td>
        );
      })}
    </tr>
  );
}

type Group<Row> = { heading: string | null; rows: Row[] };

function inGroups<Row>(rows: readonly Row[], groupOf?: (row: Row) => string): Group<Row>[] {
  const groups: Group<Row>[] = [];
  for (const row of rows) {
    const heading = groupOf?.(row) ?? null;
    const last = groups.at(-1);
    if (last && last.heading === heading) last.rows.push(row);
    else groups.push({ heading, rows: [row] });
  }
  return groups;
}

/** A table that becomes a list on a phone; sorting is links, so it works without script. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, sort } = props;
  return (
    <table {...ROLE.table} className="w-full border-collapse max-md:block">
      <caption className="sr-only">{props.caption}</caption>
      <thead {...ROLE.rowgroup} className="max-md:sr-only">
        <tr {...ROLE.row} className="border-b border-line text-sm text-ink-3">
          {columns.map((column) => (
            <th
              key={column.key}
              {...ROLE.columnheader}
              scope="col"
              aria-sort={sortState(sort, column.sortKey)}
              className={classNames(
                "py-2 pr-4 font-normal last:pr-0",
                column.align === "right" ? "text-right" : "text-left",
              )}
            >
              <Heading column={column} sort={sort} />
            </th>
          ))}
        </tr>
      </thead>
      {inGroups(props.rows, props.groupOf).map((group) => (
        <tbody key={group.heading ?? "all"} {...ROLE.rowgroup} className="max-md:block">
          {group.heading === null ? null : (
            <tr {...ROLE.row} className="border-b border-line max-md:block">
              <th
                {...ROLE.rowheader}
                scope="rowgroup"
                colSpan={columns.length}
                className="pt-4 pb-1.5 text-left text-sm font-semibold text-ink-2 max-md:block"
              >
                {group.heading}
              </th>
            </tr>
          )}
          {group.rows.map((row) => (
            <Row key={props.rowKey(row)} row={row} columns={columns} />
          ))}
        </tbody>
      ))}
    </table>
  );
}
