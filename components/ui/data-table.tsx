import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Link } from "./link";
import { TABLE_ROLE } from "./table-roles";

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
  /** On a phone a paragraph of its own, without its heading. */
  isParagraph?: boolean;
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
  /** Rows hold fields: words stand in the middle beside them. */
  holdsFields?: boolean;
};

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

/** On a phone its heading stands before each of its cells. */
function isLabelled<Row>({ hideHeader = false, isParagraph = false }: Column<Row>): boolean {
  return !hideHeader && !isParagraph;
}

function sortState(sort: Sort | undefined, sortKey: string | undefined) {
  if (!sort || !sortKey) return undefined;
  if (sort.by !== sortKey) return "none" as const;
  return sort.direction === "asc" ? ("ascending" as const) : ("descending" as const);
}

type RowProps<Row> = { row: Row } & Pick<DataTableProps<Row>, "columns" | "holdsFields">;

function Row<Row>({ row, columns, holdsFields }: RowProps<Row>) {
  return (
    <tr
      {...TABLE_ROLE.row}
      className={classNames("data-row", holdsFields ? "align-middle" : "align-top")}
    >
      {columns.map((column) => {
        const look = classNames(
          "data-cell",
          column.align === "right" ? "text-right phone:text-left" : "text-left",
          column.hideOnPhone && "phone:hidden",
          column.hideHeader && "print:hidden",
          column.className,
        );
        if (column.isName) {
          return (
            <th
              key={column.key}
              {...TABLE_ROLE.rowheader}
              scope="row"
              className={classNames(
                look,
                "font-normal wrap-anywhere md:min-w-24 tablet:min-w-36 phone:block",
              )}
            >
              {column.cell(row)}
            </th>
          );
        }
        return (
          <td
            key={column.key}
            {...TABLE_ROLE.cell}
            data-label={isLabelled(column) ? column.header : undefined}
            className={look}
          >
            <div>{column.cell(row)}</div>
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
    <div className="data-frame">
      <table {...TABLE_ROLE.table} className="w-full border-collapse phone:block">
        <caption className="sr-only">{props.caption}</caption>
        <thead {...TABLE_ROLE.rowgroup} className="phone:sr-only">
          <tr {...TABLE_ROLE.row} className="border-b border-line text-sm text-ink-3">
            {columns.map((column) => (
              <th
                key={column.key}
                {...TABLE_ROLE.columnheader}
                scope="col"
                aria-sort={sortState(sort, column.sortKey)}
                className={classNames(
                  "py-2 pr-4 font-normal last:pr-0 tablet:pr-3 tablet:last:pr-0",
                  column.hideHeader && "print:hidden",
                  column.align === "right" ? "text-right" : "text-left",
                )}
              >
                <Heading column={column} sort={sort} />
              </th>
            ))}
          </tr>
        </thead>
        {inGroups(props.rows, props.groupOf).map((group) => (
          <tbody key={group.heading ?? "all"} {...TABLE_ROLE.rowgroup} className="phone:block">
            {group.heading === null ? null : (
              <tr {...TABLE_ROLE.row} className="border-b border-line phone:block">
                <th
                  {...TABLE_ROLE.rowheader}
                  scope="rowgroup"
                  colSpan={columns.length}
                  className="pt-4 pb-1.5 text-left text-sm font-semibold text-ink-2 phone:block"
                >
                  {group.heading}
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <Row
                key={props.rowKey(row)}
                row={row}
                columns={columns}
                holdsFields={props.holdsFields ?? false}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
