import { describe, expect, it, test } from "vitest";
import { csvRows } from "@/lib/imports/file/csv-rows";
import { readHead } from "@/lib/imports/file/read-head";
import { ALL_KINDS } from "@/lib/imports/kinds/all-kinds";
import type { ImportKindName } from "@/lib/imports/kinds/import-kind";
import { readRow, rowForm } from "@/lib/imports/kinds/read-row";
import { guessMapping } from "@/lib/imports/mapping/guess-mapping";

const HEADERS: Partial<Record<ImportKindName, string[]>> = {
  accounts: ["Customer No", "Name", "Country", "Currency", "Customer since"],
  contacts: ["Contact id", "Customer No", "Name", "E-mail", "Role"],
  contracts: ["Contract id", "Customer No", "Starts on", "Ends on", "Yearly value", "Notice days"],
  purchases: ["Id", "Customer No", "Date", "Amount", "Discount", "Quantity", "Currency"],
  answers: ["Response id", "Score", "Date", "Scale", "Comment"],
  wallet_estimates: ["Customer No", "At least", "At most", "Date"],
};

/** What is wrong with a row of such a file; null where nothing is. */
function fault(kind: ImportKindName, row: string): string | null {
  const headers = HEADERS[kind] ?? [];
  const cells = row.split(",");
  const mapping = {
    ...guessMapping(ALL_KINDS[kind], { headers, rows: [] }, "DKK"),
    numberFormat: "point" as const,
    dateFormat: "ymd" as const,
  };
  const day = { today: "2026-10-02", timeZone: "Europe/Copenhagen" };
  const form = rowForm(ALL_KINDS[kind], headers, mapping, day);
  const read = readRow(ALL_KINDS[kind], form, headers.length, { rowNumber: 7, cells });
  if (read.ok) return null;
  expect(read.row.rowNumber).toBe(7);
  return read.row.message;
}

const GOOD: [ImportKindName, string][] = [
  ["accounts", "K1,=cmd|' /C calc'!A0,DK,DKK,2020-01-01"],
  ["accounts", "K1,Aarhus Vand,,,1901-01-01"],
  ["contracts", "C1,K1,2026-01-01,2099-12-31,1000,90"],
  ["purchases", "1,K1,2026-09-30,-1000,0.1,2,DKK"],
  ["purchases", "1,K1,2026-09-30,0,,,"],
  ["purchases", "1,K1,2026-09-30,90071992547409.91,,,"],
  ["answers", "1,0,2026-09-30,10,"],
];

test.each(GOOD)("%s: %s comes in", (kind, row) => {
  expect(fault(kind, row)).toBeNull();
});

const BAD: [ImportKindName, string, RegExp][] = [
  [
    "accounts",
    "K1,Aar\u0007hus,,,",
    /^Name holds an unreadable \(control\) character; remove it\.$/,
  ],
  ["accounts", "K1,Aar\0hus,,,", /^Name holds an unreadable/],
  ["accounts", `${"x".repeat(201)},A,,,`, /^Account id is longer than 200 characters\.$/],
  ["accounts", `K1,${"x".repeat(5_000_000)},,,`, /^Name is larger than 1 MB; a closing quote/],
  ["accounts", ",A,,,", /^Account id is empty; every row needs it\.$/],
  ["accounts", "K1,A,Atlantis,,", /^Country is no country we know; use its two letters/],
  ["accounts", "K1,A,,KRONER,", /^Currency is not a known one; use the three letters/],
  ["accounts", "K1,A,,,2099-01-01", /^Customer since lies in the future\.$/],
  ["accounts", "K1,A,,,,,extra", /^The row has 7 cells, the header 5\. Put texts/],
  ["contacts", "1,K1,A,not an address,", /^E-mail is no e-mail address; write it like/],
  ["contacts", "1,K1,A,,Boss", /^Role is none of the known words: decision-maker, influencer/],
  ["contracts", "C1,K1,00/00/0000,,1000,", /^Term starts on is no date in the chosen form/],
  ["contracts", "C1,K1,0000-00-00,,1000,", /^Term starts on is no day there ever was; correct/],
  ["contracts", "C1,K1,1900-01-01,,1000,", /^Term starts on lies before 1970; empty the cell/],
  ["contracts", "C1,K1,2026-01-01,2026-01-01,1000,", /^Term ends on must lie after the term's/],
  [
    "contracts",
    "C1,K1,2026-01-01,9999-12-31,1000,",
    /^Term ends on lies after the year 2099; empty/,
  ],
  ["contracts", "C1,K1,2026-01-01,,-1,", /^Yearly value cannot be negative\.$/],
  ["contracts", "C1,K1,2026-01-01,,1,-5", /^Notice \(days\) must be a whole number from 0 to 3650/],
  ["purchases", "1,K1,2026-02-30,1,,,", /^Order date is no day there ever was; correct day/],
  ["purchases", "1,K1,2027-01-01,1,,,", /^Order date lies in the future; an order is known/],
  ["purchases", "1,K1,0024-02-01,1,,,", /^Order date is no day there ever was/],
  ["purchases", "1,K1,45322,1,,,", /^Order date counts days, as spreadsheets do; show/],
  ["purchases", "1,K1,31.01.2026,1,,,", /^Order date is no date in the chosen form \(like 2024/],
  ["purchases", "Total,,,1,,,", /^Account id is empty.* Order date is empty/],
  ["purchases", "1,K1,1900-01-01,1,,,", /^Order date lies before 1970/],
  ["purchases", "1,K1,2026-01-01,=1+1,,,", /^Amount is no number in the chosen form/],
  ["purchases", "1,K1,2026-01-01,DKK 5,,,", /leave out currency signs/],
  ["purchases", "1,K1,2026-01-01,1.23456,,,", /^Amount has more than 4 decimals; round it/],
  ["purchases", "1,K1,2026-01-01,90071992547409.92,,,", /^Amount is too large to be an amount\.$/],
  ["purchases", `1,K1,2026-01-01,${"9".repeat(41)},,,`, /^Amount is no number in the chosen form/],
  ["purchases", "1,K1,2026-01-01,1e9,,,", /^Amount is no number/],
  ["purchases", "1,K1,2026-01-01,Infinity,,,", /^Amount is no number/],
  ["purchases", "1,K1,2026-01-01,1,150 %,,", /^Discount must lie between 0 and 100 %/],
  ["purchases", "1,K1,2026-01-01,1,-0.1,,", /^Discount must lie between 0 and 100 %/],
  ["purchases", "1,K1,2026-01-01,1,,many,", /^Quantity is no number/],
  ["answers", "1,11,2026-01-01,,", /^Score must be a whole number from 0 to 10\.$/],
  ["answers", "1,-1,2026-01-01,,", /^Score must be a whole number from 0 to 10\.$/],
  ["answers", "1,8.5,2026-01-01,,", /^Score must be a whole number/],
  ["answers", "1,8,2026-12-31,,", /^Answered on lies in the future\.$/],
  ["answers", "1,8,2026-01-01,5,", /^Highest score fits no scale of this question/],
  ["wallet_estimates", "K1,-5,,2026-01-01", /^At least, a year cannot be negative/],
  ["wallet_estimates", "K1,5,4,2026-01-01", /^At most, a year is less than the lower end/],
];

test.each(BAD)("%s: %.60s is refused with its column and what to do", (kind, row, message) => {
  expect(fault(kind, row)).toMatch(message);
});

it("names every fault of a row, not the first alone", () => {
  const message = fault("purchases", ",,2027-01-01,x,2,,KR");
  for (const column of ["Line id", "Account id", "Order date", "Amount", "Discount", "Currency"]) {
    expect(message).toContain(column);
  }
});

it("reads a row that ends early as if empty cells followed", () => {
  expect(fault("accounts", "K1,Aarhus Vand")).toBeNull();
  expect(fault("accounts", "K1")).toMatch(/^Name is empty; every row needs it/);
});

async function* one(bytes: Uint8Array) {
  yield bytes;
}

async function rowsOf(text: string): Promise<string[][]> {
  const rows: string[][] = [];
  const form = { encoding: "utf-8", delimiter: "," } as const;
  for await (const { cells } of csvRows(one(Buffer.from(text)), form)) rows.push(cells);
  return rows;
}

it("a row of blanks alone is no row, wherever it stands", async () => {
  expect(await rowsOf("a,b\n1,2\n , \t\n,\n\u00a0\n")).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
});

describe("line ends", () => {
  const wanted = [
    ["a", "b"],
    ["1", "2"],
    ["3", "4"],
    ["5", "6"],
  ];
  it.each([
    ["LF", "a,b\n1,2\n3,4\n5,6\n"],
    ["CR LF", "a,b\r\n1,2\r\n3,4\r\n5,6\r\n"],
    ["CR", "a,b\r1,2\r3,4\r5,6\r"],
    ["CR LF before LF", "a,b\r\n1,2\n3,4\r\n5,6\n"],
    ["LF before CR LF", "a,b\n1,2\r\n3,4\n5,6\r\n"],
    ["none at the end", "a,b\r\n1,2\n3,4\r\n5,6"],
  ])("of any kind, also mixed, end a row: %s", async (_kind, text) => {
    expect(await rowsOf(text)).toEqual(wanted);
  });

  it("inside quotes belong to the cell, whatever kind ends the rows", async () => {
    expect(await rowsOf('a,b\r\n1,"x\ny"\n2,"x\r\ny"\r\n')).toEqual([
      ["a", "b"],
      ["1", "x\ny"],
      ["2", "x\r\ny"],
    ]);
  });
});

describe("the beginning of a file", () => {
  const form = { encoding: "utf-8", delimiter: ",", isWhole: true } as const;

  it("with 200 columns is read", async () => {
    const names = Array.from({ length: 200 }, (_, i) => `c${i}`).join(",");
    const { headers } = await readHead(Buffer.from(`${names}\n1\n`), form, 1);
    expect(headers).toHaveLength(200);
  });

  it("that is a report's title is refused with what to remove", async () => {
    const text = "Customers of October\n\nId,Name\nK1,A\n";
    await expect(readHead(Buffer.from(text), form, 1)).rejects.toThrow(
      "The first row holds one name, the row below it 2 cells. Remove the lines above",
    );
    expect((await readHead(Buffer.from("Id\nK1\n"), form, 1)).headers).toEqual(["Id"]);
  });

  it("that is only a byte order mark is empty", async () => {
    await expect(readHead(Buffer.from("\ufeff"), form, 1)).rejects.toThrow("The file is empty.");
  });

  it("whose first row is larger than the first piece still has its header", async () => {
    const piece = Buffer.from(`Id,Name\n1,"${"x".repeat(1_100_000)}`).subarray(0, 1_048_576);
    expect(await readHead(piece, { ...form, isWhole: false }, 1)).toEqual({
      headers: ["Id", "Name"],
      rows: [],
    });
  });
});
