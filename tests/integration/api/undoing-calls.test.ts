import { beforeEach, expect, test } from "vitest";
import { API_SCOPES } from "@/lib/auth/api-key";
import { getImport } from "@/lib/imports/get-import";
import { listImports } from "@/lib/imports/list-imports";
import { runUndo } from "@/lib/imports/run-undo";
import { undoImport } from "@/lib/imports/undo-import";
import { createApiKey } from "@/lib/workspaces/create-api-key";
import { callApi } from "../../support/api";
import { useTestDatabase } from "../../support/database";
import { auditOf, joinWorld, type Person } from "../../support/factories/people";
import { createWorld, type World } from "../../support/factories/world";
import { rowsAsTheyAre } from "../../support/import-tables";

useTestDatabase();
let world: World;
let admin: Person;
let key: string;

async function keyFor(name: string): Promise<string> {
  return (await createApiKey({ ctx: admin.ctx, input: { name, scopes: [...API_SCOPES] } })).key;
}

beforeEach(async () => {
  world = await createWorld();
  admin = await joinWorld(world);
  key = await keyFor("Our ERP");
});

type Row = Record<string, unknown>;
type Answer = { created: number; changed: number; importId: string | null };

async function send(kind: string, rows: Row[], more: Row = {}, by = key): Promise<Answer> {
  const response = await callApi("POST", kind, { key: by, body: { rows, ...more } });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

async function undo(importId: string | null) {
  const input = { batchId: importId ?? "" };
  await undoImport({ ctx: admin.ctx, input });
  return runUndo({ ctx: world.ctx(), input });
}

const grenaa = { externalId: "K-1", name: "Grenaa Havn", country: "DK" };
const order = (id: string, amount: number) => ({
  externalId: id,
  accountExternalId: "K-1",
  orderedOn: "2026-03-02",
  amount,
  currency: "DKK",
});

test("a wrong call is taken back whole: rows it made go, rows it changed hold what they held", async () => {
  await send("accounts", [grenaa], {}, await keyFor("The import before"));
  const before = await rowsAsTheyAre(world);
  const wrong = { externalId: "K-1", name: "Test, please ignore", country: null };
  const first = await send("accounts", [wrong, { externalId: "K-2", name: "Another" }]);
  expect(first).toMatchObject({ created: 1, changed: 1 });
  expect(await rowsAsTheyAre(world)).not.toEqual(before);
  const undone = await undo(first.importId);
  expect(undone).toMatchObject({ state: "undone", via: "api", fileName: "Our ERP" });
  expect(await rowsAsTheyAre(world)).toEqual(before);
  const told = (await auditOf(world)).filter((entry) => entry.verb === "upsertRecords");
  expect(told[0]).toMatchObject({ subjectType: "import", subjectId: first.importId });
});

test("a thousand small calls are one import; undoing it goes through them backwards", async () => {
  await send("accounts", [grenaa]);
  const before = await rowsAsTheyAre(world);
  const answers = [
    await send("purchases", [order("1", 100)]),
    await send("purchases", [order("1", 200), order("2", 5)]),
    await send("purchases", [order("1", 300)]),
  ];
  const [importId] = answers.map((answer) => answer.importId);
  expect(new Set(answers.map((answer) => answer.importId)).size).toBe(1);
  const { imports, total, hasApi } = await listImports({ ctx: admin.ctx, input: { via: "api" } });
  expect({ total, hasApi }).toEqual({ total: 2, hasApi: true });
  expect(imports[0]).toMatchObject({ kind: "purchases", rowsNew: 2, rowsChanged: 2, rowsDone: 4 });
  expect((await listImports({ ctx: admin.ctx, input: {} })).total).toBe(0);
  await undo(importId ?? null);
  expect(await rowsAsTheyAre(world)).toEqual(before);
});

test("calls at the same moment are counted together and all undone", async () => {
  await send("accounts", [grenaa]);
  const before = await rowsAsTheyAre(world);
  const ids = Array.from({ length: 8 }, (_, i) => String(i));
  const answers = await Promise.all(
    ids.map((id) => send("purchases", [order(id, 10), order("shared", Number(id))])),
  );
  const { importId } = answers[0] ?? { importId: null };
  const view = await getImport({ ctx: admin.ctx, input: { batchId: importId ?? "" } });
  const created = answers.reduce((sum, answer) => sum + answer.created, 0);
  expect(created).toBe(9);
  expect(view).toMatchObject({ canUndo: true, import: { rowsNew: created, rowsDone: 16 } });
  await undo(importId);
  expect(await rowsAsTheyAre(world)).toEqual(before);
});

test("what was undone is closed: the next call begins another import, and its undo does not touch the first", async () => {
  const first = await send("accounts", [grenaa]);
  await undoImport({ ctx: admin.ctx, input: { batchId: first.importId ?? "" } });
  const meanwhile = await send("accounts", [{ externalId: "K-9", name: "Ninth" }]);
  expect(meanwhile.importId).not.toBe(first.importId);
  await runUndo({ ctx: world.ctx(), input: { batchId: first.importId ?? "" } });
  const left = await world.in((tx) =>
    tx.account.findMany({ where: { workspaceId: world.workspace.id }, select: { name: true } }),
  );
  expect(left).toEqual([{ name: "Ninth" }]);
});

test("each key, kind and source is an import of its own", async () => {
  const ids = [
    await send("accounts", [grenaa]),
    await send("accounts", [{ externalId: "K-2", name: "B" }], {}, await keyFor("CRM")),
    await send("accounts", [{ externalId: "K-3", name: "C" }], { source: "legacy" }),
    await send("purchases", [order("1", 1)]),
  ].map((answer) => answer.importId);
  expect(new Set(ids).size).toBe(4);
});

test("a call that changes nothing, or is refused whole, leaves no import behind", async () => {
  const first = await send("accounts", [grenaa]);
  expect((await send("accounts", [grenaa])).importId).toBeNull();
  const body = {
    rows: [order("1", 1), { ...order("2", 1), accountExternalId: "?" }],
    atomic: true,
  };
  expect((await callApi("POST", "purchases", { key, body })).status).toBe(422);
  const { imports } = await listImports({ ctx: admin.ctx, input: { via: "api" } });
  expect(imports).toMatchObject([{ batchId: first.importId, rowsDone: 1 }]);
});

test("a key undoes nothing: only a person with the right does", async () => {
  const { importId } = await send("accounts", [grenaa]);
  const manager = await joinWorld(world, "account_manager");
  const input = { batchId: importId ?? "" };
  await expect(undoImport({ ctx: manager.ctx, input })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
