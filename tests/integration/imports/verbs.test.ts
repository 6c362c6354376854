import { expect, test } from "vitest";
import { checkImport } from "@/lib/imports/check-import";
import { chooseMapping } from "@/lib/imports/choose-mapping";
import { discardImport } from "@/lib/imports/discard-import";
import { exportRejectedRows } from "@/lib/imports/export-rejected-rows";
import { getImport } from "@/lib/imports/get-import";
import { getImportMapping } from "@/lib/imports/get-import-mapping";
import { getNewImport } from "@/lib/imports/get-new-import";
import { listDueImports } from "@/lib/imports/list-due-imports";
import { listImports } from "@/lib/imports/list-imports";
import { runCheck } from "@/lib/imports/run-check";
import { runImport } from "@/lib/imports/run-import";
import { runUndo } from "@/lib/imports/run-undo";
import { startImport } from "@/lib/imports/start-import";
import { undoImport } from "@/lib/imports/undo-import";
import { importWork } from "@/lib/jobs/import-work";
import { useTestDatabase } from "../../support/database";
import { createWorld, type World } from "../../support/factories/world";
import { ACCOUNTS, counts, importText, queue, upload } from "./import-world";

useTestDatabase();

async function uploaded(world: World, text = ACCOUNTS): Promise<string> {
  return (await upload(world.ctx(), { kind: "accounts", text })).batchId;
}

const mapping = { columns: { externalId: "Customer No", name: "Name" }, currency: "DKK" };

test("a viewer reads imports and cannot make any", async () => {
  const world = await createWorld();
  const ctx = world.ctx("viewer");
  const batchId = await uploaded(world);
  expect((await listImports({ ctx, input: {} })).canImport).toBe(false);
  await expect(getImport({ ctx, input: { batchId } })).resolves.toMatchObject({ canImport: false });
  const refused = [
    () => upload(ctx, { kind: "accounts", text: ACCOUNTS }),
    () => getNewImport({ ctx }),
    () => chooseMapping({ ctx, input: { batchId, mapping } }),
    () => checkImport({ ctx, input: { batchId, mapping } }),
    () => runCheck({ ctx, input: { batchId } }),
    () => startImport({ ctx, input: { batchId } }),
    () => runImport({ ctx, input: { batchId } }),
    () => undoImport({ ctx, input: { batchId } }),
    () => runUndo({ ctx, input: { batchId } }),
    () => discardImport({ ctx, input: { batchId } }),
    () => listDueImports({ ctx }),
  ];
  for (const call of refused) await expect(call()).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("an import of another workspace does not exist", async () => {
  const [world, other] = [await createWorld(), await createWorld()];
  const batchId = await uploaded(world);
  const ctx = other.ctx();
  const calls = [
    () => getImport({ ctx, input: { batchId } }),
    () => getImportMapping({ ctx, input: { batchId } }),
    () => exportRejectedRows({ ctx, input: { batchId } }),
    () => chooseMapping({ ctx, input: { batchId, mapping } }),
    () => checkImport({ ctx, input: { batchId, mapping } }),
    () => runCheck({ ctx, input: { batchId } }),
    () => startImport({ ctx, input: { batchId } }),
    () => runImport({ ctx, input: { batchId } }),
    () => undoImport({ ctx, input: { batchId } }),
    () => runUndo({ ctx, input: { batchId } }),
    () => discardImport({ ctx, input: { batchId } }),
  ];
  for (const call of calls) await expect(call()).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await listImports({ ctx, input: {} })).total).toBe(0);
  expect((await listDueImports({ ctx })).due).toEqual([]);
});

test("rows of one workspace never meet those of another with the same ids", async () => {
  const [world, other] = [await createWorld(), await createWorld()];
  await importText(world.ctx(), "accounts", ACCOUNTS);
  expect(counts(await importText(other.ctx(), "accounts", ACCOUNTS))).toEqual([2, 0, 0, 0]);
});

test("every writing verb leaves one audit row that names the import", async () => {
  const world = await createWorld();
  const batchId = await uploaded(world);
  await chooseMapping({ ctx: world.ctx(), input: { batchId, mapping } });
  await checkImport({ ctx: world.ctx(), input: { batchId, mapping, runsHere: true } });
  await runCheck({ ctx: world.ctx(), input: { batchId } });
  await startImport({ ctx: world.ctx(), input: { batchId } });
  await runImport({ ctx: world.ctx(), input: { batchId } });
  await runImport({ ctx: world.ctx(), input: { batchId } });
  await undoImport({ ctx: world.ctx(), input: { batchId } });
  await runUndo({ ctx: world.ctx(), input: { batchId } });
  const dropped = await uploaded(world);
  await discardImport({ ctx: world.ctx(), input: { batchId: dropped } });
  const entries = await world.in((tx) =>
    tx.auditEntry.findMany({ where: { workspaceId: world.workspace.id }, orderBy: { id: "asc" } }),
  );
  expect(entries.map((entry) => [entry.verb, entry.subjectId])).toEqual([
    ["receiveUpload", batchId],
    ["chooseMapping", batchId],
    ["checkImport", batchId],
    ["runCheck", batchId],
    ["startImport", batchId],
    ["runImport", batchId],
    ["undoImport", batchId],
    ["runUndo", batchId],
    ["receiveUpload", dropped],
    ["discardImport", dropped],
  ]);
});

test("an import is started once; what is not complete is named at its field", async () => {
  const world = await createWorld();
  const ctx = world.ctx();
  const batchId = await uploaded(world, "Nr,Navn,Siden\nK1,A,01/02/2024\n");
  const columns = { externalId: "Nr", name: "Name", customerSince: "Siden" };
  await expect(
    checkImport({ ctx, input: { batchId, mapping: { columns, currency: "DKK" } } }),
  ).rejects.toMatchObject({
    code: "INVALID_INPUT",
    fieldErrors: { "column.name": /no column of that name/, dateFormat: /two ways/ },
  });
  await expect(
    checkImport({ ctx, input: { batchId, mapping: { columns, currency: "kroner" } } }),
  ).rejects.toMatchObject({ issues: [{ path: ["currency"] }] });
  const complete = {
    columns: { ...columns, name: "Navn" },
    currency: "DKK",
    dateFormat: "dmy",
  } as const;
  await expect(startImport({ ctx, input: { batchId } })).rejects.toThrow(/Check the file first/);
  await checkImport({ ctx, input: { batchId, mapping: complete } });
  await startImport({ ctx, input: { batchId } });
  for (const again of [
    startImport({ ctx, input: { batchId } }),
    checkImport({ ctx, input: { batchId, mapping: complete } }),
  ]) {
    await expect(again).rejects.toMatchObject({ code: "CONFLICT" });
  }
  await expect(discardImport({ ctx, input: { batchId } })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test("a file in Windows-1252 is shown as such, and may be read otherwise", async () => {
  const world = await createWorld();
  const text = Buffer.from("Id;Name\nK1;Ølgod Maskinværk\n", "latin1");
  const { batchId } = await upload(world.ctx(), { kind: "accounts", text });
  const view = await getImportMapping({ ctx: world.ctx(), input: { batchId } });
  expect(view).toMatchObject({ encoding: "windows-1252", delimiter: ";", headers: ["Id", "Name"] });
  expect(view.preview[0]?.cells).toEqual(["K1", "Ølgod Maskinværk"]);
  const asUtf8 = { batchId, mapping: view.mapping, encoding: "utf-8" } as const;
  await expect(checkImport({ ctx: world.ctx(), input: asUtf8 })).rejects.toThrow(
    /not stored as utf-8/,
  );
});

test("the first rows are read for trial, and nothing is written", async () => {
  const world = await createWorld();
  const batchId = await uploaded(world, "Id,Name,Country\nK1,A,DK\nK2,,DK\nK3,C,Atlantis\n");
  const view = await getImportMapping({ ctx: world.ctx(), input: { batchId } });
  expect(view.origin).toEqual({ from: "guess" });
  expect(view.trial).toMatchObject({
    rows: 3,
    readable: 1,
    problems: [{ rowNumber: 3 }, { rowNumber: 4 }],
  });
  expect(
    await world.in((tx) => tx.account.count({ where: { workspaceId: world.workspace.id } })),
  ).toBe(0);
});

test("the next file with the same columns is proposed the mapping that was chosen", async () => {
  const world = await createWorld();
  const text = "Nr,Firma,Navn\nK1,Holding,Aarhus\n";
  const columns = { externalId: "Nr", name: "Navn" };
  await importText(world.ctx(), "accounts", text, { mapping: { columns } });
  const again = await uploaded(world, "Navn,Nr,Firma\nAarhus,K1,Holding\n");
  const view = await getImportMapping({ ctx: world.ctx(), input: { batchId: again } });
  expect(view).toMatchObject({ origin: { from: "remembered" }, mapping: { columns } });
});

test("the worker runs what was started, and says when nothing is left", async () => {
  const world = await createWorld();
  const batchId = await queue(world.ctx(), { kind: "accounts", text: ACCOUNTS });
  const signal = await world.in((tx) =>
    tx.workspaceSignal.findFirst({ where: { workspaceId: world.workspace.id, kind: "import" } }),
  );
  expect(signal).not.toBeNull();
  expect(await world.in((tx) => importWork.nextAt(tx, world.ctx()))).not.toBeNull();
  expect(await importWork.run(world.ctx())).toBe(true);
  const { import: result } = await getImport({ ctx: world.ctx(), input: { batchId } });
  expect(result).toMatchObject({ state: "done", rowsNew: 2, rowsTotal: 2 });
  expect(await importWork.run(world.ctx())).toBe(false);
  expect(await world.in((tx) => importWork.nextAt(tx, world.ctx()))).toBeNull();
});

test("rejected rows come as a file that can be mended and imported again", async () => {
  const world = await createWorld();
  const result = await importText(
    world.ctx(),
    "accounts",
    "Id,Name,Country\nK1,=A,Atlantis\nK2,B,DK\n",
  );
  const file = await exportRejectedRows({ ctx: world.ctx(), input: { batchId: result.batchId } });
  let text = "";
  for await (const piece of file.text) text += piece;
  expect(file.fileName).toBe("accounts-rejected.csv");
  expect(text).toMatch(
    /^\ufeffId,Name,Country,Row in the file,What is wrong\r\nK1,'=A,Atlantis,2,/,
  );
  const mended = await importText(world.ctx(), "accounts", text.replace("Atlantis", "Danmark"));
  expect(counts(mended)).toEqual([1, 0, 0, 0]);
});

async function rejectedOf(world: World, batchId: string): Promise<string> {
  const file = await exportRejectedRows({ ctx: world.ctx(), input: { batchId } });
  let text = "";
  for await (const piece of file.text) text += piece;
  return text;
}

test("a mended file is mapped as the file it came from, and can be mended twice", async () => {
  const world = await createWorld();
  const columns = { externalId: "Ref", name: "Who", country: "Land" };
  const text = "Ref,Who,Land,Group\nK1,A,Atlantis,x\nK2,B,DK,y\nK3,C,Lemuria,z\n";
  const mapping = { columns, attributes: ["Group"] };
  const first = await importText(world.ctx(), "accounts", text, { mapping });
  const once = await rejectedOf(world, first.batchId);
  const again = await importText(world.ctx(), "accounts", once.replace("Atlantis", "DK"));
  expect(counts(again)).toEqual([1, 0, 0, 1]);
  const twice = await rejectedOf(world, again.batchId);
  expect(twice).toMatch(
    /^\ufeffRef,Who,Land,Group,Row in the file,What is wrong\r\nK3,C,Lemuria,z,4,/,
  );
  const last = await importText(world.ctx(), "accounts", twice.replace("Lemuria", "SE"));
  expect(counts(last)).toEqual([1, 0, 0, 0]);
  const where = { workspaceId: world.workspace.id, externalId: "K3" };
  const account = await world.in((tx) => tx.account.findFirstOrThrow({ where }));
  expect(account).toMatchObject({ country: "SE", attributes: { Group: "z" } });
});

test("a row cut in the wrong place is not taken as it is when its file comes back unmended", async () => {
  const world = await createWorld();
  const text = "Id,Name\nK1,Hansen, Sons\n";
  const { batchId } = await importText(world.ctx(), "accounts", text);
  const file = await rejectedOf(world, batchId);
  expect(file).toContain(" Sons");
  expect(counts(await importText(world.ctx(), "accounts", file))).toEqual([0, 0, 0, 1]);
});

test("a mended answer of nobody known never takes the place of one that came in", async () => {
  const world = await createWorld();
  const text = "Date,Score\n2026-01-05,9\n2026-01-05,11\n2026-01-05,9\n";
  const { batchId } = await importText(world.ctx(), "answers", text);
  const mended = (await rejectedOf(world, batchId)).replace(",11,", ",9,");
  expect(counts(await importText(world.ctx(), "answers", mended))).toEqual([1, 0, 0, 0]);
  const where = { workspaceId: world.workspace.id };
  const answers = await world.in((tx) => tx.responseEvent.findMany({ where }));
  expect(answers.map(({ valueNumber }) => valueNumber).sort()).toEqual([9, 9, 9]);
  // The whole file, mended in its place, changes nothing either.
  const whole = await importText(world.ctx(), "answers", text.replace(",11", ",9"));
  expect(counts(whole)).toEqual([0, 0, 3, 0]);
  expect(counts(await importText(world.ctx(), "answers", mended))).toEqual([0, 0, 1, 0]);
});

test("a mended answer of an account never takes the place of one alike that came in", async () => {
  const world = await createWorld();
  const rows = ["K1,2026-01-05,9,first", "K1,2026-01-05,11,second", "K1,2026-01-05,12,third"];
  const text = `Customer No,Date,Score,Comment\n${rows.join("\n")}\n`;
  const { batchId } = await importText(world.ctx(), "answers", text);
  const right = (csv: string) => csv.replace(/,1[12],/g, ",9,");
  const mended = right(await rejectedOf(world, batchId));
  expect(counts(await importText(world.ctx(), "answers", mended))).toEqual([2, 0, 0, 0]);
  expect(counts(await importText(world.ctx(), "answers", mended))).toEqual([0, 0, 2, 0]);
  expect(counts(await importText(world.ctx(), "answers", right(text)))).toEqual([0, 0, 3, 0]);
  const where = { workspaceId: world.workspace.id };
  const answers = await world.in((tx) => tx.responseEvent.findMany({ where }));
  expect(answers.map(({ comment }) => comment).sort()).toEqual(["first", "second", "third"]);
});

test("the next file is proposed under the name the last one came under", async () => {
  const world = await createWorld();
  expect((await getNewImport({ ctx: world.ctx() })).lastSource).toBe("csv");
  await importText(world.ctx(), "accounts", "Id,Name\nK1,A\n", { source: "sap" });
  expect((await getNewImport({ ctx: world.ctx() })).lastSource).toBe("sap");
});

test("what is wrong is stored in English and read in the reader's language", async () => {
  const world = await createWorld();
  const text = "Id,Name,Country\n,A,Atlantis\nK2,B,DK\nK2,C,DK\n";
  const { batchId, notes } = await importText(world.ctx(), "accounts", text);
  expect(notes).toEqual([{ code: "replaced", count: 1, rows: [3] }]);
  const ctx = { ...world.ctx(), locale: "da-DK" };
  const page = await getImport({ ctx, input: { batchId } });
  expect(page.rejected.rows[0]?.message).toBe(
    "Kunde-id mangler; hver række skal have det udfyldt. Land er ikke et land, vi kender; brug dets to bogstaver, f.eks. DK.",
  );
  const file = await exportRejectedRows({ ctx, input: { batchId } });
  let csv = "";
  for await (const piece of file.text) csv += piece;
  expect(csv).toContain("Række i filen,Hvad er galt");
  expect(csv).toContain("Land er ikke et land");
  const stored = await world.in((tx) => tx.importRejection.findMany());
  expect(stored.map((row) => row.message)).toEqual([
    expect.stringContaining("Country is no country we know"),
  ]);
});

test("an import that was never started is not run", async () => {
  const world = await createWorld();
  const batchId = await uploaded(world);
  await expect(runImport({ ctx: world.ctx(), input: { batchId } })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});
