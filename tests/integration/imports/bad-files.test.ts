import { describe, expect, test } from "vitest";
import { exportRejectedRows } from "@/lib/imports/export-rejected-rows";
import { getImport } from "@/lib/imports/get-import";
import { receiveUpload } from "@/lib/imports/receive-upload";
import { runImport } from "@/lib/imports/run-import";
import { useTestDatabase } from "../../support/database";
import { createWorld, type World } from "../../support/factories/world";
import { bytesOf, importText, queue, upload } from "./import-world";

useTestDatabase();

function chunksOf(world: World, batchId?: string): Promise<number> {
  const workspaceId = world.workspace.id;
  const where = batchId === undefined ? { workspaceId } : { workspaceId, batchId };
  return world.in((tx) => tx.importChunk.count({ where }));
}

const many = (count: number) => Array.from({ length: count }, (_, i) => `column ${i}`).join(",");

describe("a file that cannot be read leaves its reason and none of its bytes", () => {
  test.each<[string, string | Buffer, RegExp]>([
    ["an Excel workbook", Buffer.from("504b030414000600", "hex"), /Excel workbook.*save it as CSV/],
    ["an old Excel file", Buffer.from("d0cf11e0a1b11ae1", "hex"), /old Excel.*save it as CSV/],
    ["a binary", Buffer.from("Id,Name\n1,\0\0\n"), /no text file/],
    ["JSON", '[\n {"id": 1, "name": "A"}]', /JSON, not a table/],
    [
      "UTF-16 without its mark",
      Buffer.from("Id,Name\n1,a\n", "utf16le"),
      /UTF-16 without its mark/,
    ],
    ["a header only", "Id,Name\n", /no rows below/],
    ["line ends only", "\n\n\n", /empty/],
    ["two columns of one name", "Id,Name,Id\n1,a,2\n", /Columns 1 and 3 have the same name, "Id"/],
    ["too many columns", `${many(201)}\n1\n`, /201 columns; 200 is the most/],
    ["a quote that never closes", 'Id,Name\n1,"open\n2,b\n', /never closed/],
    ["a byte order mark alone", "\ufeff", /empty/],
    ["a title above the header", "Customers\n\nId,Name\n1,a\n", /Remove the lines above/],
    [
      "half a letter of UTF-16",
      Buffer.from("fffe490064002c00410a", "hex").subarray(0, 9),
      /utf-16/,
    ],
    ["a damaged header", "Id,Na\u0007me\n1,a\n", /unreadable/],
  ])("%s", async (_what, text, reason) => {
    const world = await createWorld();
    const result = await upload(world.ctx(), { kind: "accounts", text });
    expect(result).toMatchObject({ state: "failed", message: reason });
    const row = await world.in((tx) =>
      tx.importBatch.findFirstOrThrow({ where: { workspaceId: world.workspace.id } }),
    );
    expect(row).toMatchObject({ id: result.batchId, state: "failed", message: reason });
    expect(await chunksOf(world)).toBe(0);
  });
});

test("0 bytes are refused before anything is kept", async () => {
  const world = await createWorld();
  await expect(upload(world.ctx(), { kind: "accounts", text: "" })).rejects.toMatchObject({
    fieldErrors: { file: "The file is empty (0 bytes)." },
  });
  expect(
    await world.in((tx) => tx.importBatch.count({ where: { workspaceId: world.workspace.id } })),
  ).toBe(0);
});

test("a kind, name or source that is none is refused at its field", async () => {
  const world = await createWorld();
  const input = { fileName: "a.csv", expectedBytes: null, body: bytesOf("Id,Name\n1,a\n") };
  await expect(
    receiveUpload({ ctx: world.ctx(), input: { ...input, kind: "invoices" as "accounts" } }),
  ).rejects.toMatchObject({ issues: [{ path: ["kind"] }] });
  await expect(
    receiveUpload({ ctx: world.ctx(), input: { ...input, kind: "accounts", fileName: "" } }),
  ).rejects.toMatchObject({ issues: [{ path: ["fileName"] }] });
  await expect(
    receiveUpload({ ctx: world.ctx(), input: { ...input, kind: "accounts", source: "<b>" } }),
  ).rejects.toMatchObject({ issues: [{ path: ["source"] }] });
});

test("an upload that is shorter than announced is no import", async () => {
  const world = await createWorld();
  const input = {
    kind: "accounts",
    fileName: "a.csv",
    expectedBytes: 99,
    body: bytesOf("Id,Name\n1,a\n"),
  } as const;
  const result = await receiveUpload({ ctx: world.ctx(), input });
  expect(result).toMatchObject({ state: "failed", message: /Only 12 of 99 bytes arrived/ });
  expect(await chunksOf(world)).toBe(0);
});

test("a connection that breaks leaves a failed import without bytes, and the error goes on", async () => {
  const world = await createWorld();
  async function* breaking() {
    yield Buffer.alloc(1_500_000, "a,b\n");
    throw new Error("connection reset");
  }
  const input = {
    kind: "accounts",
    fileName: "a.csv",
    expectedBytes: null,
    body: breaking(),
  } as const;
  await expect(receiveUpload({ ctx: world.ctx(), input })).rejects.toThrow("connection reset");
  expect(await chunksOf(world)).toBe(0);
});

test("pieces of an upload whose server died are cleared away by a later upload", async () => {
  const world = await createWorld();
  const workspaceId = world.workspace.id;
  const { batchId } = await upload(world.ctx(), { kind: "accounts", text: "Id,Name\n1,a\n" });
  await world.in((tx) =>
    tx.importBatch.updateMany({
      where: { workspaceId, id: batchId },
      data: { state: "uploading" },
    }),
  );
  const later = world.ctx("admin", { on: "2026-10-04" });
  await upload(later, { kind: "accounts", text: "Id,Name\n1,a\n" });
  expect(await chunksOf(world, batchId)).toBe(0);
});

test("a file that breaks beyond its first rows writes none of them", async () => {
  const world = await createWorld();
  const rows = Array.from({ length: 60_000 }, (_, i) => `K${i},Account number ${i} of many\n`).join(
    "",
  );
  const result = await importText(world.ctx(), "accounts", `Id,Name\n${rows}X,"never closed\n`);
  expect(result).toMatchObject({ state: "failed", rowsNew: 0, message: /never closed/ });
  expect(
    await world.in((tx) => tx.account.count({ where: { workspaceId: world.workspace.id } })),
  ).toBe(0);
});

test("a cell above 1 MB refuses its row and says what is probably wrong", async () => {
  const world = await createWorld();
  const text = `Id,Name\nK1,"${"x".repeat(1_000_001)}"\nK2,B\n`;
  const result = await importText(world.ctx(), "accounts", text);
  expect(result).toMatchObject({ state: "done", rowsNew: 1, rowsRejected: 1 });
});

async function namesOf(world: World): Promise<string[]> {
  const accounts = await world.in((tx) =>
    tx.account.findMany({
      where: { workspaceId: world.workspace.id },
      orderBy: { externalId: "asc" },
    }),
  );
  return accounts.map(({ name }) => name);
}

test("a first row of 5 MB, larger than the first piece, is refused and the next one comes in", async () => {
  const world = await createWorld();
  const text = `Id,Name\nK1,"${"x".repeat(5_000_000)}"\nK2,B\n`;
  const result = await importText(world.ctx(), "accounts", text);
  expect(result).toMatchObject({ state: "done", rowsNew: 1, rowsRejected: 1 });
  expect(await namesOf(world)).toEqual(["B"]);
});

test("a row above 8 MB refuses the file and names the line", async () => {
  const world = await createWorld();
  const text = `Id,Name\nK1,A\nK2,"${"x".repeat(8_100_000)}"\n`;
  const result = await importText(world.ctx(), "accounts", text);
  expect(result).toMatchObject({ state: "failed", message: /row at line \d+ is larger than 8 MB/ });
  expect(await namesOf(world)).toEqual([]);
});

test("zero bytes far into a file refuse their row alone, and its cells can be shown", async () => {
  const world = await createWorld();
  const rows = Array.from({ length: 9_000 }, (_, i) => `K${i},Account ${i}\n`).join("");
  const text = `Id,Name\n${rows}X,Na\0me\nY,Last\n`;
  const result = await importText(world.ctx(), "accounts", text);
  expect(result).toMatchObject({ state: "done", rowsNew: 9_001, rowsRejected: 1 });
  const { rejected } = await getImport({ ctx: world.ctx(), input: { batchId: result.batchId } });
  expect(rejected.rows).toMatchObject([
    { rowNumber: 9_002, field: "Name", message: /unreadable/, cells: ["X", "Na\ufffdme"] },
  ]);
});

test("the header of a second file that was joined to the first is no account", async () => {
  const world = await createWorld();
  const text = "Id,Name\nK1,A\nId,Name\n\ufeffId,Name\nK2,B\n";
  const result = await importText(world.ctx(), "accounts", text);
  // Two headers have one id: the later one counts, and is refused.
  expect(result).toMatchObject({ rowsNew: 2, rowsRejected: 1 });
  const { rejected } = await getImport({ ctx: world.ctx(), input: { batchId: result.batchId } });
  expect(rejected.rows[0]).toMatchObject({ rowNumber: 4, message: /repeats the names/ });
});

test("formulas are texts: kept as they are, and inert in the file of rejected rows", async () => {
  const world = await createWorld();
  const text = "Id,Name,Country\nK1,=1+1,DK\nK2,\"=cmd|' /C calc'!A0\",Atlantis\n";
  const result = await importText(world.ctx(), "accounts", text);
  expect(await namesOf(world)).toEqual(["=1+1"]);
  const file = await exportRejectedRows({ ctx: world.ctx(), input: { batchId: result.batchId } });
  let written = "";
  for await (const piece of file.text) written += piece;
  expect(written).toContain("'=cmd|");
  expect(written).not.toMatch(/(^|[,;"\n])=cmd/);
});

test.each<[string, Buffer]>([
  ["UTF-16", Buffer.from("\ufeffId,Name\r\nK1,Æblegård\r\nK2,Öst\r\n", "utf16le")],
  [
    "UTF-8 with a mark and mixed line ends",
    Buffer.from("\ufeffId,Name\r\nK1,Æblegård\nK2,Öst\r\n"),
  ],
  ["Windows-1252", Buffer.from("Id,Name\nK1,Æblegård\nK2,Öst\n", "latin1")],
])("a file in %s comes in letter by letter", async (_what, bytes) => {
  const world = await createWorld();
  const batchId = await queue(world.ctx(), { kind: "accounts", text: bytes });
  const result = await runImport({ ctx: world.ctx(), input: { batchId } });
  expect(result).toMatchObject({ rowsNew: 2, rowsRejected: 0 });
  expect(await namesOf(world)).toEqual(["Æblegård", "Öst"]);
});

test("a file none of whose rows can be read writes nothing but why", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", "Id,Name\nK1,A\n");
  const text =
    "Id,Customer No,Date,Amount\n1,K1,0000-00-00,1\n2,K1,9999-12-31,1\n3,K9,2026-01-01,1\n";
  const result = await importText(world.ctx(), "purchases", text, {
    mapping: { dateFormat: "ymd", numberFormat: "point" },
  });
  expect(result).toMatchObject({ state: "done", rowsNew: 0, rowsRejected: 3 });
  const where = { workspaceId: world.workspace.id };
  expect(await world.in((tx) => tx.purchase.count({ where }))).toBe(0);
  const { rejected } = await getImport({ ctx: world.ctx(), input: { batchId: result.batchId } });
  expect(rejected.rows.map(({ rowNumber, field }) => [rowNumber, field])).toEqual([
    [2, "Order date"],
    [3, "Order date"],
    [4, "Account id"],
  ]);
});
