import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Pagination } from "@/components/ui/pagination";
import { formatCount } from "@/lib/format/count";
import type { ImportPageDto, RejectedRowDto } from "@/lib/imports/get-import";

type RejectedRowsProps = { view: ImportPageDto; locale: string; home: string; download: string };

const CELLS_SHOWN = 6;

function beginning(row: RejectedRowDto): string {
  const filled = row.cells.filter((cell) => cell.trim() !== "").slice(0, CELLS_SHOWN);
  return filled.map((cell) => (cell.length > 30 ? `${cell.slice(0, 30)}…` : cell)).join(" · ");
}

const COLUMNS: Column<RejectedRowDto>[] = [
  {
    key: "row",
    header: "Row",
    align: "right",
    isName: true,
    cell: (row) => (
      <>
        <span className="md:hidden">Row </span>
        {row.rowNumber}
      </>
    ),
  },
  { key: "message", header: "What is wrong", cell: (row) => row.message },
  {
    key: "cells",
    header: "The row begins with",
    className: "text-ink-2 break-words",
    cell: (row) => beginning(row),
  },
];

/** Those of the check while it waits for a word, else those of the import. */
export function rejectedOf({ state, trial, rowsRejected }: ImportPageDto["import"]): number {
  return state === "checked" && trial ? trial.rowsRejected : rowsRejected;
}

/** Refused rows with their reasons, and all of them as a file to mend. */
export function RejectedRows({ view, locale, home, download }: RejectedRowsProps) {
  const { rows, page, pageSize } = view.rejected;
  const total = rejectedOf(view.import);
  return (
    <Card
      id="rejected"
      title={formatCount(total, "rejected row", "rejected rows", locale)}
      note="Mend them in the downloaded file and import that: the other rows stay as they are."
      actions={
        <a href={download} download className={buttonClass("secondary", "small")}>
          Download with reasons
        </a>
      }
    >
      <DataTable
        caption="Rejected rows"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => String(row.rowNumber)}
      />
      {total > pageSize ? (
        <Pagination
          page={page}
          pageSize={pageSize}
          total={total}
          what="rows"
          href={(next) => `${home}?page=${next}`}
        />
      ) : null}
    </Card>
  );
}
