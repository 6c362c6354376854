import { expect, test } from "vitest";
import { checkImport } from "@/lib/imports/check-import";
import { chooseMapping } from "@/lib/imports/choose-mapping";
import { exportRejectedRows } from "@/lib/imports/export-rejected-rows";
import { getImport } from "@/lib/imports/get-import";
import { getImportMapping } from "@/lib/imports/get-import-mapping";
import { runImport } from "@/lib/imports/run-import";
import { startImport } from "@/lib/imports/start-import";
import { importWork } from "@/lib/jobs/import-work";
import { useTestDatabase } from "../../support/database";
import { createWorld, type World } from "../../support/factories/world";
import { ACCOUNTS, check, counts, importText, upload } from "./import-world";

useTestDatabase();

async function checked(world: World, batchId: string) {
  const view = await getImport({ ctx: world.ctx(), input: { batchId } });
  const { trial } = view.import;
  if (trial === null) throw new Error(`not checked: ${view.import.state}`);
  return { ...view, trial };
}

async function rowsOf(world: World) {
  const where = { workspaceId: world.workspace.id };
  return world.in(async (tx) => ({
    accounts: await tx.account.count({ where }),
    purchases: await tx.purchase.count({ where }),
    employees: await tx.employee.count({ where }),
    productTypes: await tx.productType.count({ where }),
    facts: await tx.factsChange.count({ where }),
    created: await tx.importCreated.count({ where }),
    changes: await tx.importChange.count({ where }),
  }));
}

const CUSTOMERS =
  "Id,Name,Owner,Parent,Country\nG,Group,,,DK\nK1,Aarhus Vand,mette@us.example,G,DK\n";

test("checking a file counts what it would do and writes nothing", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", CUSTOMERS);
  const before = await rowsOf(world);
  const text =
    "Id,Name,Owner,Parent,Country\n" +
    "K2,Bergen,ola@us.example,N,NO\n" +
    "N,New group,ola@us.example,,NO\n" +
    "K1,Aarhus Vand A/S,ida@us.example,N,DK\n" +
    "G,Group,,,DK\n" +
    "K3,Nowhere,,X,DK\n" +
    "K4,Below nowhere,,K3,DK\n";
  const batchId = await check(world.ctx(), { kind: "accounts", text });
  const view = await checked(world, batchId);
  expect(view.import.state).toBe("checked");
  expect(counts(view.trial)).toEqual([2, 1, 1, 2]);
  expect(view.trial.rowsStored).toBe(2);
  expect(view.trial.examples).toEqual([
    {
      rowNumber: 4,
      title: "Aarhus Vand",
      changes: [
        { label: "Name", from: "Aarhus Vand", to: "Aarhus Vand A/S" },
        { label: "Parent account", from: "Group", to: { word: "new" } },
        { label: "Owner", from: "Mette", to: { word: "new" } },
      ],
    },
  ]);
  expect(view.import.notes).toMatchObject([{ code: "employeesCreated", count: 2 }]);
  expect(view.rejected.rows.map((row) => [row.rowNumber, row.message.slice(0, 37)])).toEqual([
    [6, "Parent account id names no account, h"],
    [7, "Parent account id names no account, h"],
  ]);
  expect(await rowsOf(world)).toEqual(before);
  await startImport({ ctx: world.ctx(), input: { batchId, acceptsChanges: true } });
  const done = await runImport({ ctx: world.ctx(), input: { batchId } });
  expect(counts(done)).toEqual([2, 1, 1, 2]);
  // What rows held is shown while somebody decides, and not kept.
  expect(done.trial?.examples).toEqual([]);
  expect(done.notes).toEqual(view.import.notes);
});

test("a check says of purchases what the import then does, with all that it would add on the way", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", ACCOUNTS);
  const head = "Customer No,Customer Name,Line no,Date,Amount,Product group\n";
  await importText(
    world.ctx(),
    "purchases",
    `${head}K1,,1,2024-01-13,10.50,Pumps\nK1,,2,2024-01-13,1,\n`,
  );
  const text = `${head}K1,,1,2024-01-13,11.50,Valves\nK1,,2,2024-01-13,1,\nK7,Kolding,3,2024-01-14,2,valves\nK8,,4,2024-02-30,2,Valves\n`;
  const mapping = { createsAccounts: true };
  const batchId = await check(world.ctx(), { kind: "purchases", text, mapping });
  const { trial, import: before } = await checked(world, batchId);
  expect(counts(trial)).toEqual([1, 1, 1, 1]);
  expect(trial.examples[0]?.changes).toEqual([
    { label: "Product type", from: "Pumps", to: { word: "new" } },
    { label: "Amount", from: "10.50", to: "11.50" },
  ]);
  await startImport({ ctx: world.ctx(), input: { batchId, acceptsChanges: true } });
  const done = await runImport({ ctx: world.ctx(), input: { batchId } });
  expect(counts(done)).toEqual(counts(trial));
  expect(done.notes).toEqual(before.notes);
  expect(done.notes.map((note) => [note.code, note.count])).toEqual([
    ["accountsCreated", 1],
    ["productTypesCreated", 1],
  ]);
});

function accounts(count: number, nameOf: (i: number) => string): string {
  const lines = Array.from({ length: count }, (_, i) => `K${i},${nameOf(i)}\n`);
  return `Id,Name\n${lines.join("")}`;
}

test("more than a fifth of the stored rows changing stops until an admin says so; a fifth does not", async () => {
  const world = await createWorld();
  await importText(
    world.ctx(),
    "accounts",
    accounts(10, (i) => `Old ${i}`),
  );
  const renamed = (n: number) => accounts(10, (i) => (i < n ? `New ${i}` : `Old ${i}`));
  const batchId = await check(world.ctx(), { kind: "accounts", text: renamed(3) });
  expect((await checked(world, batchId)).needsAccepting).toBe(true);
  await expect(startImport({ ctx: world.ctx(), input: { batchId } })).rejects.toMatchObject({
    code: "INVALID_INPUT",
    fieldErrors: { acceptsChanges: /Look at what changes/ },
  });
  const fewer = await check(world.ctx(), { kind: "accounts", text: renamed(2) });
  expect((await checked(world, fewer)).needsAccepting).toBe(false);
  await startImport({ ctx: world.ctx(), input: { batchId, acceptsChanges: true } });
  expect(counts(await runImport({ ctx: world.ctx(), input: { batchId } }))).toEqual([0, 3, 7, 0]);
  const entry = await world.in((tx) =>
    tx.auditEntry.findFirst({
      where: { workspaceId: world.workspace.id, verb: "startImport", subjectId: batchId },
    }),
  );
  expect(entry?.fields).toEqual(["acceptsChanges"]);
});

test("other columns, or other rows of the kind coming in meanwhile, ask for a new check", async () => {
  const world = await createWorld();
  const ctx = world.ctx();
  const batchId = await check(ctx, { kind: "accounts", text: ACCOUNTS });
  const mapping = (await getImportMapping({ ctx, input: { batchId } })).mapping;
  await chooseMapping({ ctx, input: { batchId, mapping } });
  await expect(startImport({ ctx, input: { batchId } })).rejects.toThrow(/Check the file first/);
  await checkImport({ ctx, input: { batchId, mapping } });
  const later = world.ctx("admin", { on: "2026-10-03" });
  await importText(later, "accounts", "Id,Name\nK1,Aarhus\n");
  await expect(startImport({ ctx: later, input: { batchId } })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await checkImport({ ctx: later, input: { batchId, mapping } });
  expect(counts((await checked(world, batchId)).trial)).toEqual([1, 1, 0, 0]);
  await startImport({ ctx: later, input: { batchId, acceptsChanges: true } });
});

test("a check broken off begins again, and its refusals stand once", async () => {
  const world = await createWorld();
  const text = `Id,Name\nK1,A\n${",B\n".repeat(3)}`;
  const { batchId } = await upload(world.ctx(), { kind: "accounts", text });
  const { mapping } = await getImportMapping({ ctx: world.ctx(), input: { batchId } });
  await checkImport({ ctx: world.ctx(), input: { batchId, mapping, runsHere: true } });
  await world.in((tx) =>
    tx.importRejection.create({
      data: {
        workspaceId: world.workspace.id,
        id: batchId,
        batchId,
        rowNumber: 3,
        message: "left by a runner that died",
        raw: [],
      },
    }),
  );
  expect(await importWork.run(world.ctx())).toBe(true);
  const { trial, rejected } = await checked(world, batchId);
  expect(counts(trial)).toEqual([1, 0, 0, 3]);
  expect(rejected.rows.map((row) => row.rowNumber)).toEqual([3, 4, 5]);
  const file = await exportRejectedRows({ ctx: world.ctx(), input: { batchId } });
  let csv = "";
  for await (const piece of file.text) csv += piece;
  expect(csv.split("\r\n")).toHaveLength(5);
});

test("the same file again writes nothing at all: no row, no mark of changed figures, nothing to undo", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", ACCOUNTS);
  const text = "Customer No,Line no,Date,Amount\nK1,1,2024-01-13,10.50\nK2,2,2024-01-13,1\n";
  await importText(world.ctx(), "purchases", text);
  const versions = () =>
    world.in(
      (tx) => tx.$queryRaw`SELECT id, xmin::text, xmax::text, ctid::text FROM purchase
        WHERE workspace_id = ${world.workspace.id}::uuid ORDER BY id`,
    );
  const [rows, before] = [await rowsOf(world), await versions()];
  const again = await importText(world.ctx(), "purchases", text);
  expect(counts(again)).toEqual([0, 0, 2, 0]);
  expect(await versions()).toEqual(before);
  expect(await rowsOf(world)).toEqual(rows);
});

test("two admins with the same file at the same moment: one brings it in, the other changes nothing", async () => {
  const world = await createWorld();
  const text = accounts(3_000, (i) => `Customer ${i}`);
  const batches = [
    await check(world.ctx(), { kind: "accounts", text }),
    await check(world.ctx(), { kind: "accounts", text }),
  ];
  await world.in((tx) =>
    tx.importBatch.updateMany({
      where: { workspaceId: world.workspace.id, id: { in: batches } },
      data: { state: "queued" },
    }),
  );
  const results = await Promise.all(
    batches.map((batchId) => runImport({ ctx: world.ctx(), input: { batchId } })),
  );
  expect(results.map(counts).sort()).toEqual([
    [0, 0, 3_000, 0],
    [3_000, 0, 0, 0],
  ]);
  const [ordinals] = await world.in(
    (tx) => tx.$queryRaw<{ count: number; top: number }[]>`
      SELECT count(*)::int AS count, max(ordinal) AS top FROM account
      WHERE workspace_id = ${world.workspace.id}::uuid`,
  );
  expect(ordinals).toEqual({ count: 3_000, top: 2_999 });
});
