import { expect, test } from "vitest";
import { tableFile } from "@/lib/exports/table-file";
import { type FigureTable, formatCell } from "@/lib/format/figure-table";

const table: FigureTable = {
  key: "bridge",
  title: "Bridge",
  columns: [
    { header: "Step", kind: "text" },
    { header: "Amount", kind: "money", currency: "DKK" },
    { header: "Share", kind: "share" },
  ],
  rows: [
    ["=SUM(A1)", -123450, 0.91234],
    ["Unknown", null, null],
  ],
};

test("a file has the numbers as they are, a text that cannot become a formula, and nothing for not known", async () => {
  const { bytes } = await tableFile(table, "csv");
  expect(bytes.toString("utf8")).toBe(
    "\uFEFFStep,Amount (DKK),Share\r\n'=SUM(A1),-1234.50,0.91234\r\nUnknown,,\r\n",
  );
});

test("a workbook is a zip with the sheet named as the table", async () => {
  const { bytes } = await tableFile(table, "xlsx");
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
});

test("a reader sees rounded figures in the own language, and a dash for not known", () => {
  const [, money, share] = table.columns;
  if (!money || !share) throw new Error("columns");
  expect(formatCell(money, -123450, "en")).toBe("DKK\u00a0−1,235");
  expect(formatCell(share, 0.91234, "da")).toBe("91,2\u202f%");
  expect(formatCell(share, null, "da")).toBe("–");
});
