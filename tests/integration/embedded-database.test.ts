import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "@/tests/support/database";

const database = useTestDatabase();

test("the app connects as the plain role, not as the owner of the tables", async () => {
  const [row] = await db().$queryRaw<{ name: string; isSuper: boolean }[]>`
    SELECT current_user::text AS name, rolsuper AS "isSuper" FROM pg_roles WHERE rolname = current_user`;
  expect(row).toEqual({ name: "holdfast_app", isSuper: false });
});

test("text is stored as UTF-8, whatever the language of the machine", async () => {
  const rows = await database.query<{ encoding: string; city: string }>(
    "SELECT current_setting('server_encoding') AS encoding, $1::text AS city",
    ["Ærøskøbing"],
  );
  expect(rows).toEqual([{ encoding: "UTF8", city: "Ærøskøbing" }]);
});

test("every migration is in the copy that a test file gets", async () => {
  const rows = await database.query<{ unfinished: number; applied: number }>(
    `SELECT count(*)::int AS applied, count(*) FILTER (WHERE finished_at IS NULL)::int AS unfinished
     FROM _prisma_migrations`,
  );
  expect(rows[0]?.unfinished).toBe(0);
  expect(rows[0]?.applied).toBeGreaterThan(0);
});
