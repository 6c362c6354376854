import { expect, test } from "vitest";
import { checkImport } from "@/lib/imports/check-import";
import { getImport } from "@/lib/imports/get-import";
import { getImportMapping } from "@/lib/imports/get-import-mapping";
import { runImport } from "@/lib/imports/run-import";
import { startImport } from "@/lib/imports/start-import";
import { upsertRecords } from "@/lib/imports/upsert-records";
import { getOverview } from "@/lib/loyalty/get-overview";
import { useTestDatabase } from "../../support/database";
import { createWorld, type World } from "../../support/factories/world";
import { ACCOUNTS, check, counts, importText, upload } from "./import-world";

useTestDatabase();

const CONTRACTS =
  "Contract id,Customer No,Starts on,Ends on,Yearly value\nC1,K1,2026-01-01,2027-01-01,12000\n";
/** Two monthly invoices, a second one of the same month, another amount, another account. */
const PURCHASES =
  "Id,Customer No,Date,Amount\n" +
  "1,K1,2026-02-01,1000\n" +
  "2,K1,2026-03-01,1000\n" +
  "3,K1,2026-03-05,1000\n" +
  "4,K1,2026-04-01,777\n" +
  "5,K2,2026-04-01,1000\n";

async function withContract(): Promise<World> {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", ACCOUNTS);
  await importText(world.ctx(), "contracts", CONTRACTS);
  return world;
}

async function runningOf(world: World): Promise<number> {
  return (await getOverview({ ctx: world.ctx(), input: {} })).runningMinor;
}

async function billed(world: World): Promise<string[]> {
  const rows = await world.in((tx) =>
    tx.purchase.findMany({
      where: { workspaceId: world.workspace.id, contractId: { not: null } },
      orderBy: { externalId: "asc" },
      select: { externalId: true, contract: { select: { externalId: true } } },
    }),
  );
  return rows.map((row) => `${row.externalId} ${row.contract?.externalId}`);
}

test("rows that look like a contract's invoices are asked about before anything is written", async () => {
  const world = await withContract();
  const ctx = world.ctx();
  const batchId = await check(ctx, { kind: "purchases", text: PURCHASES });
  expect(await getImport({ ctx, input: { batchId } })).toMatchObject({
    contractInvoices: { rows: 2, before: null },
    import: { notes: [{ code: "contractInvoices", count: 2, rows: [2, 3] }] },
  });
  await expect(startImport({ ctx, input: { batchId } })).rejects.toMatchObject({
    code: "INVALID_INPUT",
    message: expect.stringContaining("purchases of their own"),
    fieldErrors: { contractInvoices: "Say whether they are the contract's or their own." },
  });
  expect(
    await world.in((tx) => tx.purchase.count({ where: { workspaceId: world.workspace.id } })),
  ).toBe(0);
});

test("as the contract's they are counted once, as its yearly value", async () => {
  const world = await withContract();
  const ctx = world.ctx();
  expect(await runningOf(world)).toBe(1_200_000);
  const batchId = await check(ctx, { kind: "purchases", text: PURCHASES });
  await startImport({ ctx, input: { batchId, contractInvoices: "contract" } });
  const result = await runImport({ ctx, input: { batchId } });
  expect(counts(result)).toEqual([5, 0, 0, 0]);
  expect(result.notes).toMatchObject([{ code: "invoicesOfContracts", count: 2, rows: [2, 3] }]);
  expect(await billed(world)).toEqual(["1 C1", "2 C1"]);
  // The contract, and rows 3, 4 and 5 as purchases: 1000 + 777 + 1000.
  expect(await runningOf(world)).toBe(1_200_000 + 277_700);
});

test("as purchases of their own they are counted beside the contract", async () => {
  const world = await withContract();
  const ctx = world.ctx();
  const batchId = await check(ctx, { kind: "purchases", text: PURCHASES });
  await startImport({ ctx, input: { batchId, contractInvoices: "own" } });
  await runImport({ ctx, input: { batchId } });
  expect(await billed(world)).toEqual([]);
  expect(await runningOf(world)).toBe(1_200_000 + 477_700);
});

test("the answer is proposed for the next file of the same columns, and can be changed", async () => {
  const world = await withContract();
  const ctx = world.ctx();
  const first = await check(ctx, { kind: "purchases", text: PURCHASES });
  await startImport({ ctx, input: { batchId: first, contractInvoices: "contract" } });
  await runImport({ ctx, input: { batchId: first } });
  const next = `${PURCHASES}6,K1,2026-04-02,1000\n`;
  const second = await upload(ctx, { kind: "purchases", text: next });
  const { mapping } = await getImportMapping({ ctx, input: { batchId: second.batchId } });
  expect(mapping.contractInvoices).toBe("contract");
  await checkImport({ ctx, input: { batchId: second.batchId, mapping } });
  const { contractInvoices, import: checked } = await getImport({
    ctx,
    input: { batchId: second.batchId },
  });
  expect(contractInvoices).toEqual({ rows: 3, before: "contract" });
  expect(checked.trial).toMatchObject({ rowsNew: 1, rowsChanged: 0, rowsUnchanged: 5 });
  await startImport({ ctx, input: { batchId: second.batchId } });
  await runImport({ ctx, input: { batchId: second.batchId } });
  expect(await billed(world)).toEqual(["1 C1", "2 C1", "6 C1"]);
  const third = await check(ctx, { kind: "purchases", text: next });
  await startImport({
    ctx,
    input: { batchId: third, contractInvoices: "own", acceptsChanges: true },
  });
  await runImport({ ctx, input: { batchId: third } });
  expect(await billed(world)).toEqual([]);
});

test("a contract that a row names stands, and rows that a program sends are not asked about", async () => {
  const world = await withContract();
  const ctx = world.ctx();
  const named = "Id,Customer No,Date,Amount,Contract id\n1,K1,2026-02-01,1000,C1\n";
  expect((await importText(ctx, "purchases", named)).notes).toEqual([]);
  const row = { externalId: "9", accountExternalId: "K1", orderedOn: "2026-03-01", amount: 1000 };
  await upsertRecords({ ctx, input: { kind: "purchases", source: "csv", rows: [row] } });
  expect(await billed(world)).toEqual(["1 C1"]);
});

test("contracts of another workspace bill nothing here", async () => {
  await withContract();
  const world = await createWorld();
  await importText(world.ctx(), "accounts", ACCOUNTS);
  const batchId = await check(world.ctx(), { kind: "purchases", text: PURCHASES });
  const { contractInvoices } = await getImport({ ctx: world.ctx(), input: { batchId } });
  expect(contractInvoices).toBeNull();
});
