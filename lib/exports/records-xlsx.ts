import writeExcelFile from "write-excel-file/node";
import { AppError } from "@/lib/errors";
import type { RecordField, RecordKind, RecordRow, RecordValue } from "./records/record-kind";

/** A workbook is made in memory; above this a CSV does. */
export const MOST_XLSX_ROWS = 100_000;
const MOST_CHARACTERS = 32_767;

type Cell = { type: StringConstructor; value: string } | { type: NumberConstructor; value: number };

/** Cells have a type, so that a text that begins like a formula stays a text. */
function xlsxCell({ type }: RecordField, value: RecordValue | undefined): Cell | null {
  if (value === null || value === undefined) return null;
  if (type === "money" || type === "number") {
    // Of more digits than a sheet keeps, the exact text.
    const number = Number(value);
    if (Number.isSafeInteger(Math.trunc(number * 100))) return { type: Number, value: number };
  }
  const text = type === "attributes" ? JSON.stringify(value) : String(value);
  return { type: String, value: text.slice(0, MOST_CHARACTERS) };
}

/** @throws AppError TOO_LARGE above the rows a workbook is made for. */
export async function recordsXlsx(
  kind: RecordKind,
  pages: AsyncIterable<readonly RecordRow[]>,
): Promise<Buffer> {
  const head = ["id", ...kind.fields.map(({ key }) => key)];
  const data: (Cell | null)[][] = [
    head.map((value) => ({ type: String, value, fontWeight: "bold" as const })),
  ];
  for await (const rows of pages) {
    if (data.length + rows.length > MOST_XLSX_ROWS + 1) {
      throw new AppError(
        "TOO_LARGE",
        `There are more than ${MOST_XLSX_ROWS} rows. Take the CSV, which has no limit.`,
      );
    }
    for (const row of rows) {
      const id = { type: String, value: row.id };
      data.push([id, ...kind.fields.map((field) => xlsxCell(field, row[field.key]))]);
    }
  }
  return writeExcelFile(data, { sheet: kind.name, stickyRowsCount: 1 }).toBuffer();
}
