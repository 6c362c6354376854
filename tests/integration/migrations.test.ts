import pg from "pg";
import { expect, test } from "vitest";
import { applyMigrations } from "@/lib/db/migration-engine";
import { useTestDatabase } from "../support/database";

const { url, query } = useTestDatabase();
const LAST = "20261130200000_advantage_drops";

test("a migration waits for a table in use without holding others up, and is applied when it is free", async () => {
  await query("ALTER TABLE advantage_watch DROP dropped, DROP handled_at, DROP handled_by_id");
  await query("DELETE FROM _prisma_migrations WHERE migration_name = $1", [LAST]);
  const backup = new pg.Client(url);
  await backup.connect();
  await backup.query("BEGIN; LOCK TABLE advantage_watch IN ACCESS SHARE MODE");
  const applying = applyMigrations(url);
  const marks = () =>
    query<{ state: string }>(
      `SELECT CASE WHEN finished_at IS NOT NULL THEN 'done' WHEN rolled_back_at IS NULL THEN 'failed'
         ELSE 'rolled back' END AS state
       FROM _prisma_migrations WHERE migration_name = $1 ORDER BY started_at`,
      [LAST],
    );
  await expect.poll(marks, { timeout: 30_000 }).toContainEqual({ state: "rolled back" });
  await backup.query("COMMIT");
  await backup.end();
  expect(await applying).toEqual([LAST]);
  expect((await marks()).at(-1)).toEqual({ state: "done" });
}, 60_000);

test("what a run that was cut off left behind is taken up by the next", async () => {
  await query("ALTER TABLE advantage_watch DROP dropped, DROP handled_at, DROP handled_by_id");
  await query(
    "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1 AND finished_at IS NOT NULL",
    [LAST],
  );
  expect(await applyMigrations(url)).toEqual([LAST]);
});
