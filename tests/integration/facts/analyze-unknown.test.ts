import { expect, test } from "vitest";
import { analyzeUnknown } from "@/lib/facts/analyze-unknown";
import { useTestDatabase } from "../../support/database";
import { createWorld, type World } from "../../support/factories/world";

const { query } = useTestDatabase();

/** Rows the planner expects of a workspace. */
async function expected(world: World, table: "account" | "touch"): Promise<number> {
  const [row] = await query<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    `EXPLAIN (FORMAT JSON) SELECT 1 FROM ${table} WHERE workspace_id = '${world.workspace.id}'`,
  );
  return row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? Number.NaN;
}

async function addAccounts(world: World, count: number): Promise<void> {
  const { id } = world.workspace;
  await world.in(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO account (workspace_id, id, ordinal, name, currency, created_at, updated_at)
      SELECT ${id}::uuid, gen_random_uuid(), n, 'Account ' || n, 'DKK', now(), now()
      FROM generate_series(1, ${count}::int) n`;
    // The server tells how much changed within seconds; here at once.
    await tx.$queryRaw`SELECT pg_stat_force_next_flush()::text`;
  });
}

test("a workspace that came in at once is known to the planner before its figures are computed", async () => {
  const known = await createWorld();
  await addAccounts(known, 3_000);
  await query("ANALYZE account");
  const world = await createWorld();
  await addAccounts(world, 1_200);
  expect(await expected(world, "account")).toBeLessThan(100);
  await analyzeUnknown(world);
  expect(await expected(world, "account")).toBeGreaterThan(1_000);
});

test("where little is there, or the figures stand and little waits, nothing is analysed", async () => {
  const analysed = async () => {
    const [row] = await query<{ at: number }>(
      "SELECT pg_stat_get_analyze_count('account'::regclass)::int AS at",
    );
    return row?.at;
  };
  const small = await createWorld();
  await addAccounts(small, 300);
  const before = await analysed();
  await analyzeUnknown(small);
  expect(await expected(small, "account")).toBeLessThan(100);
  const standing = await createWorld();
  await addAccounts(standing, 1_500);
  await standing.in(
    (tx) => tx.$executeRaw`
      INSERT INTO facts_state (workspace_id, epoch, definition_version, refreshed_at, complete_since)
      VALUES (${standing.workspace.id}::uuid, 1, 5, now(), now())`,
  );
  await analyzeUnknown(standing);
  expect(await expected(standing, "account")).toBeLessThan(100);
  expect(await analysed()).toBe(before);
});

test("no statement of the app is compiled", async () => {
  const world = await createWorld();
  const rows = await world.in((tx) => tx.$queryRaw<{ jit: string }[]>`SHOW jit`);
  expect(rows).toEqual([{ jit: "off" }]);
});

test("the plain role cannot have another workspace's rows counted", async () => {
  const [mine, other] = [await createWorld(), await createWorld()];
  await addAccounts(other, 1_500);
  const rows = await mine.in(
    (tx) => tx.$queryRaw<{ n: number }[]>`SELECT analyze_unknown(${other.workspace.id}::uuid) AS n`,
  );
  expect(rows).toEqual([{ n: 0 }]);
});
