import { expect, test } from "vitest";
import { getImport } from "@/lib/imports/get-import";
import { useTestDatabase } from "../../support/database";
import { createWorld, type World } from "../../support/factories/world";
import { ACCOUNTS, counts, importText } from "./import-world";

useTestDatabase();

const COLUMNS = {
  externalId: true,
  name: true,
  ordinal: true,
  sizeBand: true,
  industry: true,
  country: true,
  currency: true,
  acquiredBy: true,
  attributes: true,
  parent: { select: { externalId: true } },
  owner: { select: { email: true, name: true } },
  ownerSince: true,
} as const;

function accountsOf(world: World) {
  return world.in((tx) =>
    tx.account.findMany({
      where: { workspaceId: world.workspace.id },
      orderBy: { ordinal: "asc" },
      select: COLUMNS,
    }),
  );
}

test("accounts come in with owners, countries and attributes, and the same file twice changes nothing", async () => {
  const world = await createWorld();
  const text =
    "Customer No,Name,Owner,Country,Size,Segment\n" +
    "K1,Aarhus Vand,Anna.Holm@nordlys.example,Danmark,M,Water\n" +
    'K2,"Östlund, Söner AB",anna.holm@nordlys.example,SE,L,\n';
  const mapping = { attributes: ["Segment"] };
  const first = await importText(world.ctx(), "accounts", text, { mapping });
  expect(counts(first)).toEqual([2, 0, 0, 0]);
  expect(first.state).toBe("done");
  expect(first.notes.map((note) => [note.code, note.count])).toEqual([["employeesCreated", 1]]);
  const owner = { email: "anna.holm@nordlys.example", name: "Anna Holm" };
  expect(await accountsOf(world)).toMatchObject([
    {
      externalId: "K1",
      ordinal: 0,
      country: "DK",
      sizeBand: "M",
      owner,
      attributes: { Segment: "Water" },
    },
    { externalId: "K2", ordinal: 1, country: "SE", name: "Östlund, Söner AB", attributes: {} },
  ]);
  const again = await importText(world.ctx(), "accounts", text, { mapping });
  expect(counts(again)).toEqual([0, 0, 2, 0]);
  expect(again.notes).toEqual([]);
});

test("an empty cell clears its field, and a field that is not in the file stays", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", "Id,Name,Industry,Country\nK1,Aarhus,Water,DK\n");
  const result = await importText(world.ctx(), "accounts", "Id,Name,Country\nK1,Aarhus,\n");
  expect(counts(result)).toEqual([0, 1, 0, 0]);
  expect(await accountsOf(world)).toMatchObject([{ industry: "Water", country: null }]);
});

test("new accounts get dense ordinals whatever was there before", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", ACCOUNTS);
  await importText(world.ctx(), "accounts", "Id,Name\nK1,Aarhus Vand\nK3,C\nK2,B\nK4,D\n");
  expect((await accountsOf(world)).map((a) => [a.externalId, a.ordinal])).toEqual([
    ["K1", 0],
    ["K2", 1],
    ["K3", 2],
    ["K4", 3],
  ]);
});

test("parents may stand below their sites in the file", async () => {
  const world = await createWorld();
  const text = "Id,Name,Parent\nsite,Site,country\ncountry,Country,group\ngroup,Group,\n";
  expect(counts(await importText(world.ctx(), "accounts", text))).toEqual([3, 0, 0, 0]);
  const parents = new Map(
    (await accountsOf(world)).map((a) => [a.externalId, a.parent?.externalId]),
  );
  expect(Object.fromEntries(parents)).toEqual({
    site: "country",
    country: "group",
    group: undefined,
  });
  expect(counts(await importText(world.ctx(), "accounts", text))).toEqual([0, 0, 3, 0]);
});

test("a circle of parents is refused, in the file and with what is stored", async () => {
  const world = await createWorld();
  const circle = await importText(world.ctx(), "accounts", "Id,Name,Parent\na,A,b\nb,B,a\nc,C,\n");
  expect(counts(circle)).toEqual([1, 0, 0, 2]);
  await importText(world.ctx(), "accounts", "Id,Name,Parent\nd,D,c\n");
  const stored = await importText(world.ctx(), "accounts", "Id,Name,Parent\nc,C,d\n");
  expect(counts(stored)).toEqual([0, 0, 0, 1]);
  const { rejected } = await getImport({ ctx: world.ctx(), input: { batchId: stored.batchId } });
  expect(rejected.rows[0]?.message).toMatch(/its own ancestor/);
});

test("an unknown parent refuses its row only", async () => {
  const world = await createWorld();
  const result = await importText(world.ctx(), "accounts", "Id,Name,Parent\na,A,nobody\nb,B,\n");
  expect(counts(result)).toEqual([1, 0, 0, 1]);
});

test("of two rows with one id the later one counts, and the earlier is noted with its number", async () => {
  const world = await createWorld();
  const text = "Id,Name\nK1,First\nK2,Other\nK1,Last\n";
  const result = await importText(world.ctx(), "accounts", text);
  expect(counts(result)).toEqual([2, 0, 0, 0]);
  expect(result.notes).toMatchObject([{ code: "replaced", count: 1, rows: [2] }]);
  expect((await accountsOf(world)).map((a) => a.name).sort()).toEqual(["Last", "Other"]);
  expect(counts(await importText(world.ctx(), "accounts", text))).toEqual([0, 0, 2, 0]);
});

test("a new owner is dated, the first one is not", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", "Id,Name,Owner\nK1,A,a@x.example\n");
  expect((await accountsOf(world))[0]?.ownerSince).toBeNull();
  await importText(world.ctx(), "accounts", "Id,Name,Owner\nK1,A,b@x.example\n");
  expect((await accountsOf(world))[0]).toMatchObject({
    owner: { email: "b@x.example" },
    ownerSince: new Date("2026-10-02T00:00:00Z"),
  });
});

test("every fault of a row is named in its one message, and the other rows come in", async () => {
  const world = await createWorld();
  const text =
    "Id,Name,Country,Currency,Acquired by\n" +
    ",Nameless id,DK,DKK,\n" +
    "K2,,Atlantis,DKR,luck\n" +
    "K3,Good,NO,NOK,referral\n" +
    "K4,Bell\u0007,DK,DKK,\n" +
    "K5,Too many,DK,DKK,,surplus\n";
  const result = await importText(world.ctx(), "accounts", text);
  expect(counts(result)).toEqual([1, 0, 0, 4]);
  const { rejected } = await getImport({ ctx: world.ctx(), input: { batchId: result.batchId } });
  expect(rejected.rows.map((row) => row.rowNumber)).toEqual([2, 3, 5, 6]);
  expect(rejected.rows[0]).toMatchObject({
    field: "Account id",
    message: "Account id is empty; every row needs it.",
  });
  expect(rejected.rows[1]?.message).toMatch(
    /Name is empty.*Country is no country.*Currency is not.*How it was won/,
  );
  expect(rejected.rows[2]?.message).toMatch(/control/);
  expect(rejected.rows[3]?.message).toMatch(/6 cells, the header 5/);
});

test("rows of two sources with one id are two accounts", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", ACCOUNTS, { source: "erp" });
  const other = await importText(world.ctx(), "accounts", ACCOUNTS, { source: "crm" });
  expect(counts(other)).toEqual([2, 0, 0, 0]);
});

test("cells our own export made harmless come back as they were", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", "Id,Name\nK1,'=SUM(A1)\nK2,'-dash\nK3,'quoted'\n");
  expect((await accountsOf(world)).map((a) => a.name)).toEqual(["=SUM(A1)", "-dash", "'quoted'"]);
});
