import { useTranslations } from "next-intl";
import { buttonClass, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Pagination } from "@/components/ui/pagination";
import type { ImportPageDto, RejectedRowDto } from "@/lib/imports/get-import";

type RejectedRowsProps = {
  view: ImportPageDto;
  home: string;
  download: string;
  /** Where a mended file is uploaded as the kind and source it was; null for who may not. */
  upload: string | null;
};

const CELLS_SHOWN = 6;

function beginning(row: RejectedRowDto): string {
  const filled = row.cells.filter((cell) => cell.trim() !== "").slice(0, CELLS_SHOWN);
  return filled.map((cell) => (cell.length > 30 ? `${cell.slice(0, 30)}…` : cell)).join(" · ");
}

/** Those of the check while it waits for a word, else those of the import. */
export function rejectedOf({ state, trial, rowsRejected }: ImportPageDto["import"]): number {
  return state === "checked" && trial ? trial.rowsRejected : rowsRejected;
}

/** Refused rows with their reasons, and all of them as a file to mend. */
export function RejectedRows({ view, home, download, upload }: RejectedRowsProps) {
  const t = useTranslations("imports.rejected");
  const columns: Column<RejectedRowDto>[] = [
    {
      key: "row",
      header: t("row"),
      align: "right",
      isName: true,
      cell: ({ rowNumber }) => (
        <>
          <span className="md:hidden">{t("rowNumber", { row: rowNumber })}</span>
          <span className="phone:hidden">{rowNumber}</span>
        </>
      ),
    },
    { key: "message", header: t("wrong"), cell: (row) => row.message },
    {
      key: "cells",
      header: t("begins"),
      className: "text-ink-2 break-words",
      cell: (row) => beginning(row),
    },
  ];
  const { rows, page, pageSize } = view.rejected;
  const total = rejectedOf(view.import);
  return (
    <Card
      id="rejected"
      title={t("count", { count: total })}
      note={t("note")}
      actions={
        <>
          <a href={download} download className={buttonClass("secondary", "small")}>
            {t("download")}
          </a>
          {upload === null ? null : (
            <LinkButton href={upload} kind="quiet" size="small">
              {t("upload")}
            </LinkButton>
          )}
        </>
      }
    >
      <DataTable
        caption={t("caption")}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.rowNumber)}
      />
      {total > pageSize ? (
        <Pagination
          page={page}
          pageSize={pageSize}
          total={total}
          what={t("pages")}
          href={(next) => `${home}?page=${next}`}
        />
      ) : null}
    </Card>
  );
}
