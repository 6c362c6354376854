import { describe, expect, test } from "vitest";
import { mergeAccounts } from "@/lib/accounts/merge/merge-accounts";
import { undoMerge } from "@/lib/accounts/merge/undo-merge";
import { getImport } from "@/lib/imports/get-import";
import { runUndo } from "@/lib/imports/run-undo";
import { undoImport } from "@/lib/imports/undo-import";
import { useTestDatabase } from "../../support/database";
import { createWorld, type World } from "../../support/factories/world";
import { rowsAsTheyAre } from "../../support/import-tables";
import { counts, importText, queue } from "./import-world";

useTestDatabase();

const ACCOUNTS = "Id,Name\nOLD,Old Works\nNEW,New Works\n";
const PEOPLE = "Contact id,Account id,Name\nc1,OLD,Ida Dahl\nc2,NEW,Ola Berg\n";
const ORDERS = "Account id,Line no,Date,Amount\nOLD,1,2024-01-13,10\nNEW,2,2024-01-14,20\n";
const DEARER = ORDERS.replace(",20\n", ",30\n");

async function idOf(world: World, externalId: string): Promise<string> {
  const where = { workspaceId: world.workspace.id, externalId };
  const { id } = await world.in((tx) => tx.account.findFirstOrThrow({ where }));
  return id;
}

async function merge(world: World, merged: string, into: string) {
  const [keptId, mergedId] = [await idOf(world, into), await idOf(world, merged)];
  const { id } = await mergeAccounts({ ctx: world.ctx(), input: { keptId, mergedId } });
  return { undo: () => undoMerge({ ctx: world.ctx(), input: { mergeId: id } }) };
}

async function undo(world: World, batchId: string) {
  await undoImport({ ctx: world.ctx(), input: { batchId } });
  const undone = await runUndo({ ctx: world.ctx(), input: { batchId } });
  const { kept } = await getImport({ ctx: world.ctx(), input: { batchId } });
  const noted = Object.fromEntries(undone.notes.map(({ code, count }) => [code, count]));
  return { noted, kept: kept.map(({ title, reason }) => [title, reason]) };
}

/** Order lines by the account they hang on. */
async function lines(world: World): Promise<Record<string, string[]>> {
  const rows = await world.in((tx) =>
    tx.purchase.findMany({
      where: { workspaceId: world.workspace.id },
      orderBy: { externalId: "asc" },
      select: { externalId: true, account: { select: { externalId: true } } },
    }),
  );
  const found: Record<string, string[]> = {};
  for (const { externalId, account } of rows) {
    const key = String(account.externalId);
    found[key] = [...(found[key] ?? []), String(externalId)];
  }
  return found;
}

async function accounts(world: World) {
  const rows = await world.in((tx) =>
    tx.account.findMany({
      where: { workspaceId: world.workspace.id, mergedIntoId: null },
      orderBy: { name: "asc" },
    }),
  );
  return rows.map(({ name }) => name);
}

describe("undoing an import after two accounts were merged", () => {
  test.each([
    { merged: "NEW", into: "OLD" },
    { merged: "OLD", into: "NEW" },
  ])(
    "takes people and orders away again, on whichever account they are: $merged into $into",
    async ({ merged, into }) => {
      const world = await createWorld();
      await importText(world.ctx(), "accounts", ACCOUNTS);
      const before = await rowsAsTheyAre(world);
      const people = await importText(world.ctx(), "contacts", PEOPLE);
      const orders = await importText(world.ctx(), "purchases", ORDERS);
      const merging = await merge(world, merged, into);
      expect(await undo(world, orders.batchId)).toEqual({ noted: { removed: 2 }, kept: [] });
      expect(await undo(world, people.batchId)).toEqual({ noted: { removed: 2 }, kept: [] });
      await merging.undo();
      expect(await rowsAsTheyAre(world)).toEqual(before);
    },
  );

  test("gives rows back what they held, on the account that is kept, and undoing the merge takes them home", async () => {
    const world = await createWorld();
    await importText(world.ctx(), "accounts", ACCOUNTS);
    await importText(world.ctx(), "purchases", ORDERS);
    const before = await rowsAsTheyAre(world);
    const dearer = await importText(world.ctx(), "purchases", DEARER);
    const merging = await merge(world, "NEW", "OLD");
    expect(await undo(world, dearer.batchId)).toEqual({ noted: { restored: 1 }, kept: [] });
    expect(await lines(world)).toEqual({ OLD: ["1", "2"] });
    await merging.undo();
    expect(await rowsAsTheyAre(world)).toEqual(before);
  });

  test("never puts a row back on an account that is none any more", async () => {
    const world = await createWorld();
    await importText(world.ctx(), "accounts", `${ACCOUNTS}NEXT,Next Works\n`);
    await importText(world.ctx(), "purchases", ORDERS);
    const moved = await importText(world.ctx(), "purchases", ORDERS.replace("NEW", "NEXT"));
    expect(await lines(world)).toEqual({ NEXT: ["2"], OLD: ["1"] });
    await merge(world, "NEW", "OLD");
    expect(await undo(world, moved.batchId)).toEqual({ noted: { restored: 1 }, kept: [] });
    expect(await lines(world)).toEqual({ OLD: ["1", "2"] });
  });

  test("is refused where the import made one of the two, and says which merge is in the way", async () => {
    for (const [merged, into] of [
      ["NEW", "OLD"],
      ["OLD", "NEW"],
    ] as const) {
      const world = await createWorld();
      await importText(world.ctx(), "accounts", "Id,Name\nOLD,Old Works\n");
      const before = await rowsAsTheyAre(world);
      const { batchId } = await importText(world.ctx(), "accounts", ACCOUNTS);
      const merging = await merge(world, merged, into);
      const rows = await rowsAsTheyAre(world);
      const names = { NEW: "New Works", OLD: "Old Works" };
      await expect(undoImport({ ctx: world.ctx(), input: { batchId } })).rejects.toMatchObject({
        code: "CONFLICT",
        message: `${names[merged]} was merged into ${names[into]}. Undo that merge first, on the page of ${names[into]}.`,
      });
      expect(await rowsAsTheyAre(world)).toEqual(rows);
      await merging.undo();
      expect(await undo(world, batchId)).toEqual({ noted: { removed: 1 }, kept: [] });
      expect(await rowsAsTheyAre(world)).toEqual(before);
    }
  });

  test("keeps the account that others were merged into while it ran", async () => {
    const world = await createWorld();
    const { batchId } = await importText(world.ctx(), "accounts", ACCOUNTS);
    await undoImport({ ctx: world.ctx(), input: { batchId } });
    const merging = await merge(world, "NEW", "OLD");
    await runUndo({ ctx: world.ctx(), input: { batchId } });
    expect(await accounts(world)).toEqual(["Old Works"]);
    await merging.undo();
    expect(await accounts(world)).toEqual(["New Works", "Old Works"]);
  });

  test("takes sites away that went with their parent", async () => {
    const world = await createWorld();
    await importText(world.ctx(), "accounts", ACCOUNTS);
    const before = await rowsAsTheyAre(world);
    const sites = await importText(world.ctx(), "accounts", "Id,Name,Parent\nS,Site,NEW\n");
    const merging = await merge(world, "NEW", "OLD");
    expect(await undo(world, sites.batchId)).toEqual({ noted: { removed: 1 }, kept: [] });
    await merging.undo();
    expect(await rowsAsTheyAre(world)).toEqual(before);
  });

  test("still leaves what somebody wrote since", async () => {
    const world = await createWorld();
    await importText(world.ctx(), "accounts", ACCOUNTS);
    const orders = await importText(world.ctx(), "purchases", ORDERS);
    await merge(world, "NEW", "OLD");
    await importText(world.ctx(), "purchases", DEARER);
    const undone = await undo(world, orders.batchId);
    expect(undone).toEqual({ noted: { removed: 1, kept: 1 }, kept: [["2", "changed"]] });
  });
});

describe("the same file again, after a merge", () => {
  test("makes no second account and moves nothing: rows of the merged one are passed over and counted", async () => {
    const world = await createWorld();
    const files = [
      ["accounts", "Id,Name,Parent\nOLD,Old Works,\nNEW,New Works,OLD\n"],
      ["contacts", PEOPLE],
      ["purchases", ORDERS],
    ] as const;
    await importText(world.ctx(), "accounts", ACCOUNTS);
    for (const [kind, text] of files.slice(1)) await importText(world.ctx(), kind, text);
    await merge(world, "NEW", "OLD");
    const before = await rowsAsTheyAre(world);
    for (const [kind, text] of files) {
      const result = await importText(world.ctx(), kind, text);
      expect([kind, ...counts(result)]).toEqual([kind, 0, 0, 2, 0]);
      const notes = result.notes.map(({ code, count, rows }) => [code, count, rows]);
      expect(notes).toEqual(kind === "accounts" ? [["accountsMerged", 1, [3]]] : []);
    }
    expect(await rowsAsTheyAre(world)).toEqual(before);
  });

  test("does not refuse the kept account because the file still has it under the merged one", async () => {
    const world = await createWorld();
    await importText(world.ctx(), "accounts", ACCOUNTS);
    await merge(world, "NEW", "OLD");
    const text = "Id,Name,Parent\nNEW,New Works,\nOLD,Renamed,NEW\n";
    expect(counts(await importText(world.ctx(), "accounts", text))).toEqual([0, 1, 1, 0]);
    expect(await accounts(world)).toEqual(["Renamed"]);
  });

  test("says so already when it is checked", async () => {
    const world = await createWorld();
    await importText(world.ctx(), "accounts", ACCOUNTS);
    await merge(world, "NEW", "OLD");
    const batchId = await queue(world.ctx(), { kind: "accounts", text: ACCOUNTS });
    const { import: waiting } = await getImport({ ctx: world.ctx(), input: { batchId } });
    expect(waiting.trial).toMatchObject({ rowsNew: 0, rowsChanged: 0, rowsUnchanged: 2 });
  });
});

describe("what was imported onto the kept account", () => {
  test("stays there when the merge is undone; its own file takes it home, and can be undone either way", async () => {
    const world = await createWorld();
    await importText(world.ctx(), "accounts", ACCOUNTS);
    const empty = await rowsAsTheyAre(world);
    const merging = await merge(world, "NEW", "OLD");
    const orders = await importText(world.ctx(), "purchases", ORDERS);
    expect(await lines(world)).toEqual({ OLD: ["1", "2"] });
    await merging.undo();
    expect(await lines(world)).toEqual({ OLD: ["1", "2"] });
    const again = await importText(world.ctx(), "purchases", ORDERS);
    expect(counts(again)).toEqual([0, 1, 1, 0]);
    expect(await lines(world)).toEqual({ NEW: ["2"], OLD: ["1"] });
    expect((await undo(world, again.batchId)).noted).toEqual({ restored: 1 });
    expect((await undo(world, orders.batchId)).noted).toEqual({ removed: 2 });
    expect(await rowsAsTheyAre(world)).toEqual(empty);
  });

  test("and changed what the merge had moved: undone after the merge was, it goes back all the same", async () => {
    const world = await createWorld();
    await importText(world.ctx(), "accounts", ACCOUNTS);
    await importText(world.ctx(), "purchases", ORDERS);
    const before = await rowsAsTheyAre(world);
    const merging = await merge(world, "NEW", "OLD");
    const dearer = await importText(world.ctx(), "purchases", DEARER);
    await merging.undo();
    expect((await undo(world, dearer.batchId)).noted).toEqual({ restored: 1 });
    expect(await lines(world)).toEqual({ NEW: ["2"], OLD: ["1"] });
    expect(await rowsAsTheyAre(world)).toEqual(before);
  });
});
