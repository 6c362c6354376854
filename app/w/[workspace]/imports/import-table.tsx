import Link from "next/link";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatNumber } from "@/lib/format/number";
import type { ImportListDto } from "@/lib/imports/list-imports";
import { StateBadge } from "./state-badge";

type Row = ImportListDto["imports"][number];

type ImportTableProps = {
  home: string;
  locale: string;
  imports: readonly Row[];
  moment: (instant: string) => string;
};

export function ImportTable({ home, locale, imports, moment }: ImportTableProps) {
  const count = (key: string, header: string, pick: (row: Row) => number): Column<Row> => ({
    key,
    header,
    align: "right",
    cell: (row) => (row.rowsDone === 0 ? null : formatNumber(pick(row), locale)),
  });
  const columns: Column<Row>[] = [
    {
      key: "file",
      header: "File",
      isName: true,
      cell: (row) => (
        <Link
          href={`${home}/${row.batchId}${row.state === "ready" ? "/columns" : ""}`}
          className="font-semibold break-all hover:underline"
        >
          {row.fileName}
        </Link>
      ),
    },
    { key: "kind", header: "Holds", cell: (row) => row.kindLabel },
    {
      key: "state",
      header: "State",
      cell: (row) => <StateBadge state={row.state} rowsDone={row.rowsDone} />,
    },
    count("new", "New", (row) => row.rowsNew),
    count("changed", "Changed", (row) => row.rowsChanged),
    count("unchanged", "Unchanged", (row) => row.rowsUnchanged),
    count("rejected", "Rejected", (row) => row.rowsRejected),
    { key: "when", header: "Uploaded", cell: (row) => moment(row.createdAt) },
    { key: "by", header: "By", cell: (row) => row.by ?? "Command line" },
  ];
  return (
    <DataTable
      caption="Imports, newest first"
      columns={columns}
      rows={imports}
      rowKey={(row) => row.batchId}
    />
  );
}
