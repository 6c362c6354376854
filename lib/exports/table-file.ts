import { stringify } from "csv-stringify/sync";
import writeExcelFile from "write-excel-file/node";
import { codeOf } from "@/lib/format/currency";
import {
  type FigureCell,
  type FigureColumn,
  type FigureTable,
  isNumeric,
  plainCell,
} from "@/lib/format/figure-table";
import { inertCell } from "@/lib/format/inert-cell";

export const TABLE_FORMATS = ["csv", "xlsx"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export type TableFile = { contentType: string; bytes: Buffer };

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function csvText(column: FigureColumn, cell: FigureCell | undefined): string {
  const plain = plainCell(column, cell);
  if (plain === null) return "";
  return isNumeric(column) ? String(plain) : inertCell(String(plain));
}

/** Cells have a type, so that a text that begins like a formula stays a text. */
function sheetCell(column: FigureColumn, cell: FigureCell | undefined) {
  const plain = plainCell(column, cell);
  if (plain === null) return null;
  return isNumeric(column)
    ? { type: Number, value: Number(plain) }
    : { type: String, value: String(plain) };
}

/** The figures of a chart as a file: the numbers as they are, not as the page rounds them. */
export async function tableFile(table: FigureTable, format: TableFormat): Promise<TableFile> {
  const { columns, rows } = table;
  const headers = columns.map(({ header, ...column }) =>
    column.kind === "money" ? `${header} (${codeOf(column.currency)})` : header,
  );
  if (format === "csv") {
    const cells = rows.map((row) => columns.map((column, at) => csvText(column, row[at])));
    const text = stringify([headers.map(inertCell), ...cells], {
      bom: true,
      record_delimiter: "\r\n",
    });
    return { contentType: "text/csv; charset=utf-8", bytes: Buffer.from(text) };
  }
  const head = headers.map((value) => ({ type: String, value, fontWeight: "bold" as const }));
  const data = rows.map((row) => columns.map((column, at) => sheetCell(column, row[at])));
  const bytes = await writeExcelFile([head, ...data], {
    sheet: table.key.slice(0, 31),
    stickyRowsCount: 1,
  }).toBuffer();
  return { contentType: XLSX, bytes };
}
