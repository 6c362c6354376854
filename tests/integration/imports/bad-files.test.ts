import { describe, expect, test } from "vitest";
import { receiveUpload } from "@/lib/imports/receive-upload";
import { useTestDatabase } from "../../support/database";
import { createWorld, type World } from "../../support/factories/world";
import { bytesOf, importText, upload } from "./import-world";

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
    ["a header only", "Id,Name\n", /no rows below/],
    ["line ends only", "\n\n\n", /empty/],
    ["two columns of one name", "Id,Name,Id\n1,a,2\n", /Columns 1 and 3 have the same name, "Id"/],
    ["too many columns", `${many(201)}\n1\n`, /201 columns; 200 is the most/],
    ["a quote that never closes", 'Id,Name\n1,"open\n2,b\n', /never closed/],
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
