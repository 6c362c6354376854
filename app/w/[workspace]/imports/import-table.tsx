import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
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
  const t = useTranslations("imports");
  const isApi = imports[0]?.via === "api";
  const count = (key: string, header: string, pick: (row: Row) => number): Column<Row> => ({
    key,
    header,
    align: "right",
    cell: (row) => (row.rowsDone === 0 ? null : formatNumber(pick(row), locale)),
  });
  const columns: Column<Row>[] = [
    {
      key: "file",
      header: t(isApi ? "via.key" : "list.file"),
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
    { key: "kind", header: t("list.holds"), cell: (row) => t(`kinds.${row.kind}.label`) },
    {
      key: "state",
      header: t("list.state"),
      cell: (row) => <StateBadge state={row.state} rowsDone={row.rowsDone} />,
    },
    count("new", t("counts.new"), (row) => row.rowsNew),
    count("changed", t("counts.changed"), (row) => row.rowsChanged),
    count("unchanged", t("counts.unchanged"), (row) => row.rowsUnchanged),
    count("rejected", t("counts.rejected"), (row) => row.rowsRejected),
    {
      key: "when",
      header: t(isApi ? "via.sent" : "list.uploaded"),
      cell: (row) => moment(row.createdAt),
    },
    {
      key: "by",
      header: t("list.by"),
      cell: (row) => row.by ?? (row.via === "api" ? t("via.api") : t("list.commandLine")),
    },
  ];
  return (
    <DataTable
      caption={t("list.caption")}
      columns={columns}
      rows={imports}
      rowKey={(row) => row.batchId}
    />
  );
}
