import { expect, test } from "vitest";
import { makeCtx } from "@/lib/auth/ctx";
import { applyRetention } from "@/lib/erasure/apply-retention";
import { eraseContact } from "@/lib/erasure/erase-contact";
import { getImport } from "@/lib/imports/get-import";
import { runUndo } from "@/lib/imports/run-undo";
import { ALL_TABLES } from "@/lib/imports/tables/all-tables";
import { undoImport } from "@/lib/imports/undo-import";
import { importWork } from "@/lib/jobs/import-work";
import { useTestDatabase } from "../../support/database";
import { createWorld, type World } from "../../support/factories/world";
import { rowsAsTheyAre } from "../../support/import-tables";
import { ACCOUNTS, counts, importText, queue } from "./import-world";

const { query } = useTestDatabase();

async function undo(world: World, batchId: string) {
  await undoImport({ ctx: world.ctx(), input: { batchId } });
  return runUndo({ ctx: world.ctx(), input: { batchId } });
}

function noted(result: { notes: { code: string; count: number }[] }) {
  return Object.fromEntries(result.notes.map(({ code, count }) => [code, count]));
}

const CUSTOMERS =
  "Id,Name,Owner,Parent,Country,Tier\nG,Group,,,DK,\nK1,Aarhus Vand,mette@us.example,G,DK,gold\nK2,Bergen,,,NO,\n";

test("undoing puts everything back as it was: new rows go, changed rows hold what they held", async () => {
  const world = await createWorld();
  const kept = { mapping: { attributes: ["Tier"] } };
  await importText(world.ctx(), "accounts", CUSTOMERS, kept);
  const before = await rowsAsTheyAre(world);
  const text =
    "Id,Name,Owner,Parent,Country,Tier\nN,New group,ola@us.example,,SE,\n" +
    "K1,Aarhus Vand A/S,ola@us.example,N,SE,silver\nK3,Third,ida@us.example,N,SE,\n";
  const second = await importText(world.ctx(), "accounts", text, kept);
  expect(counts(second)).toEqual([2, 1, 0, 0]);
  expect(await rowsAsTheyAre(world)).not.toEqual(before);
  const undone = await undo(world, second.batchId);
  expect(undone.state).toBe("undone");
  expect(noted(undone)).toMatchObject({ removed: 4, restored: 1 });
  expect(await rowsAsTheyAre(world)).toEqual(before);
});

test("contacts with their consents, and purchases with the accounts and types they brought, go again", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", ACCOUNTS);
  const before = await rowsAsTheyAre(world);
  const people = await importText(
    world.ctx(),
    "contacts",
    "Contact id,Customer No,Name,Consent\nc1,K1,Mette Holm,yes\nc2,K2,Ola,no\n",
  );
  const orders = await importText(
    world.ctx(),
    "purchases",
    "Customer No,Line no,Date,Amount,Product group\nK1,1,2024-01-13,10,Pumps\nK7,2,2024-01-14,20,Valves\n",
    { mapping: { createsAccounts: true } },
  );
  expect(noted(await undo(world, people.batchId))).toEqual({ removed: 4 });
  await world.in((tx) => tx.factsChange.deleteMany({ where: { workspaceId: world.workspace.id } }));
  expect(noted(await undo(world, orders.batchId))).toMatchObject({ removed: 5 });
  expect(await rowsAsTheyAre(world)).toEqual(before);
  const marked = await world.in((tx) =>
    tx.factsChange.count({ where: { workspaceId: world.workspace.id } }),
  );
  expect(marked).toBe(2);
});

test("figures follow what is put back, also where a row names no account: a contract's value, how a type is billed", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", ACCOUNTS);
  await importText(world.ctx(), "product_types", "Name,Billed as\nPumps,order\n");
  const contract = (value: number) =>
    `Contract id,Customer No,Starts on,Ends on,Yearly value\nA,K1,2026-01-01,2026-12-31,${value}\n`;
  await importText(world.ctx(), "contracts", contract(1_000));
  await importText(
    world.ctx(),
    "purchases",
    "Customer No,Line no,Date,Amount,Product group\nK2,1,2026-05-13,10,Pumps\n",
  );
  const marked = async (batchId: string) => {
    await world.in((tx) => tx.factsChange.deleteMany());
    await undo(world, batchId);
    const rows = await world.in((tx) => tx.factsChange.findMany({ select: { accountId: true } }));
    const accounts = await world.in((tx) =>
      tx.account.findMany({ where: { id: { in: rows.map((row) => row.accountId) } } }),
    );
    return accounts.map(({ externalId }) => externalId);
  };
  const dearer = await importText(world.ctx(), "contracts", contract(2_000));
  expect(counts(dearer)).toEqual([0, 1, 0, 0]);
  expect(await marked(dearer.batchId)).toEqual(["K1"]);
  const billed = await importText(world.ctx(), "product_types", "Name,Billed as\nPumps,contract\n");
  expect(counts(billed)).toEqual([0, 1, 0, 0]);
  expect(await marked(billed.batchId)).toEqual(["K2"]);
});

test("rows written since, and rows that others name by now, stay and are listed with the reason", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", "Id,Name\nK0,Zero\n");
  const batch = await importText(
    world.ctx(),
    "accounts",
    "Id,Name\nK0,Null\nK1,One\nK2,Two\nK3,Three\n",
  );
  await importText(world.ctx(), "accounts", "Id,Name\nK1,Uno\n");
  await importText(world.ctx(), "contacts", "Contact id,Customer No,Name\nc1,K2,Mette\n");
  const undone = await undo(world, batch.batchId);
  expect(noted(undone)).toEqual({ removed: 1, restored: 1, kept: 2 });
  const { kept } = await getImport({ ctx: world.ctx(), input: { batchId: batch.batchId } });
  expect(kept.map(({ title, reason }) => [title, reason]).sort()).toEqual([
    ["Two", "used"],
    ["Uno", "changed"],
  ]);
  const names = await world.in((tx) =>
    tx.account.findMany({ where: { workspaceId: world.workspace.id }, orderBy: { name: "asc" } }),
  );
  expect(names.map((row) => row.name)).toEqual(["Two", "Uno", "Zero"]);
});

test("a person erased since stays erased, and is named by nothing", async () => {
  const world = await createWorld();
  const ctx = world.ctx();
  await importText(ctx, "accounts", ACCOUNTS);
  const people = "Contact id,Customer No,Name\nP1,K1,Lone Hansen\nP2,K1,Bo Hansen\n";
  const { batchId } = await importText(ctx, "contacts", people);
  const where = { workspaceId: world.workspace.id };
  const lone = { where: { ...where, externalId: "P1" } };
  const { id: contactId } = await world.in((tx) => tx.contact.findFirstOrThrow(lone));
  await eraseContact({ ctx, input: { contactId } });
  await undoImport({ ctx, input: { batchId } });
  await runUndo({ ctx, input: { batchId } });
  const { kept } = await getImport({ ctx, input: { batchId } });
  expect(kept).toMatchObject([{ entity: "contact", reason: "changed", title: "" }]);
  const left = await world.in((tx) => tx.contact.findMany({ where }));
  expect(left).toMatchObject([{ id: contactId, firstName: null, lastName: null }]);
});

test("what a colleague typed since is not overwritten by undoing", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", ACCOUNTS);
  const batch = await importText(world.ctx(), "accounts", "Id,Name\nK1,Renamed\n");
  const account = await world.in((tx) =>
    tx.account.findFirstOrThrow({ where: { workspaceId: world.workspace.id, externalId: "K1" } }),
  );
  await world.in((tx) =>
    tx.account.update({
      where: { workspaceId_id: { workspaceId: world.workspace.id, id: account.id } },
      data: { industry: "Water" },
      select: { id: true },
    }),
  );
  expect(noted(await undo(world, batch.batchId))).toEqual({ kept: 1 });
});

test("undone from the last to the first, a chain of imports ends where it began", async () => {
  const world = await createWorld();
  const first = await importText(world.ctx(), "accounts", "Id,Name\nK1,One\n");
  const second = await importText(
    world.ctx(),
    "accounts",
    "Id,Name,Owner\nK1,Uno,ida@us.example\n",
  );
  const third = await importText(
    world.ctx(),
    "accounts",
    "Id,Name,Owner\nK1,Eins,ola@us.example\n",
  );
  for (const { batchId } of [third, second, first]) {
    expect((await undo(world, batchId)).notes.some(({ code }) => code === "kept")).toBe(false);
  }
  expect((await rowsAsTheyAre(world)).account).toEqual([]);
  const again = await importText(world.ctx(), "accounts", "Id,Name\nK1,One\n");
  expect(counts(again)).toEqual([1, 0, 0, 0]);
});

test("an undoing whose runner stops goes on where it stopped, and is done once", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", ACCOUNTS);
  const before = await rowsAsTheyAre(world);
  const lines = Array.from({ length: 12_000 }, (_, i) => `K1,${i},2024-01-13,${i}.50\n`);
  const text = `Customer No,Line no,Date,Amount\n${lines.join("")}`;
  const { batchId } = await importText(world.ctx(), "purchases", text);
  await undoImport({ ctx: world.ctx(), input: { batchId } });
  const left = () =>
    world.in((tx) => tx.purchase.count({ where: { workspaceId: world.workspace.id } }));
  await runUndo({ ctx: world.ctx(), input: { batchId }, goesOn: () => false });
  expect(await left()).toBe(10_000);
  await Promise.all([1, 2].map(() => runUndo({ ctx: world.ctx(), input: { batchId } })));
  const { import: undone } = await getImport({ ctx: world.ctx(), input: { batchId } });
  expect(undone.state).toBe("undone");
  expect(noted(undone)).toEqual({ removed: 12_000 });
  expect(await rowsAsTheyAre(world)).toEqual(before);
}, 60_000);

test("the worker undoes what was asked for; only an import that has ended and wrote something can be", async () => {
  const world = await createWorld();
  const waiting = await queue(world.ctx(), { kind: "accounts", text: ACCOUNTS });
  const ask = (batchId: string) => undoImport({ ctx: world.ctx(), input: { batchId } });
  await expect(ask(waiting)).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await importWork.run(world.ctx())).toBe(true);
  await ask(waiting);
  await expect(ask(waiting)).rejects.toThrow(/undone already/);
  expect(await importWork.run(world.ctx())).toBe(true);
  const { import: undone } = await getImport({ ctx: world.ctx(), input: { batchId: waiting } });
  expect(undone.state).toBe("undone");
  await importText(world.ctx(), "accounts", ACCOUNTS);
  const idle = await importText(world.ctx(), "accounts", ACCOUNTS);
  await expect(ask(idle.batchId)).rejects.toThrow(/wrote nothing/);
});

test("what rows held goes after its days, and with it the undoing; a person erased goes from it at once", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", ACCOUNTS);
  const people = "Contact id,Customer No,Name,E-mail\nc1,K1,Mette Holm,mette@k1.example\n";
  await importText(world.ctx(), "contacts", people);
  const renamed = people.replace("Holm", "Lund");
  const { batchId } = await importText(world.ctx(), "contacts", renamed);
  const where = { workspaceId: world.workspace.id };
  const changes = () => world.in((tx) => tx.importChange.count({ where }));
  expect(await changes()).toBe(1);
  const { id } = await world.in((tx) => tx.contact.findFirstOrThrow({ where }));
  await eraseContact({ ctx: world.ctx(), input: { contactId: id } });
  expect(await changes()).toBe(0);
  await expect(undoImport({ ctx: world.ctx(), input: { batchId } })).rejects.toThrow(/no longer/);
  const again = await importText(world.ctx(), "accounts", "Id,Name\nK1,Renamed\n");
  const night = (on: string) => {
    const { workspace, now } = world.ctx("admin", { on });
    return makeCtx({ actor: { type: "system", job: "retention" }, workspace, now });
  };
  await applyRetention({ ctx: night("2026-10-31") });
  expect(await changes()).toBe(1);
  await applyRetention({ ctx: night("2026-11-03") });
  expect(await changes()).toBe(0);
  const { canUndo } = await getImport({ ctx: world.ctx(), input: { batchId: again.batchId } });
  expect(canUndo).toBe(false);
});

test("before a row is removed every table that may name it is looked at", async () => {
  const references = await query<{ target: string; name: string; column: string }>(`
    SELECT f.relname AS target, c.relname AS name, a.attname AS column
    FROM pg_constraint r
    JOIN pg_class c ON c.oid = r.conrelid
    JOIN pg_class f ON f.oid = r.confrelid
    JOIN pg_attribute a ON a.attrelid = r.conrelid AND a.attnum = ANY(r.conkey)
    WHERE r.contype = 'f' AND a.attname <> 'workspace_id'`);
  for (const table of ALL_TABLES.values()) {
    const named = references.filter((row) => row.target === table.name);
    // What an account was merged into is a name without a key.
    if (table.name === "account")
      named.push({ target: "account", name: "account", column: "merged_into_id" });
    expect([table.name, table.usedBy.map(([name, column]) => `${name}.${column}`).sort()]).toEqual([
      table.name,
      named.map(({ name, column }) => `${name}.${column}`).sort(),
    ]);
  }
});

test("every column that undoing writes exists, and columns with a time of change are stamped", async () => {
  const columns = await query<{ name: string; column: string }>(
    "SELECT table_name AS name, column_name AS column FROM information_schema.columns WHERE table_schema = 'public'",
  );
  const real = new Set(columns.map(({ name, column }) => `${name}.${column}`));
  for (const table of ALL_TABLES.values()) {
    const used = [...Object.keys(table.columns), ...table.stamps, ...table.guards];
    expect(used.filter((column) => !real.has(`${table.name}.${column}`))).toEqual([]);
    for (const stamp of ["created_at", "updated_at"] as const) {
      expect([table.name, stamp, table.stamps.includes(stamp)]).toEqual([
        table.name,
        stamp,
        real.has(`${table.name}.${stamp}`),
      ]);
    }
  }
});
