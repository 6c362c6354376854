import { buildMigrations } from "@/lib/env";
import { pool } from "./client";

/** @returns migrations this build was made with that the database has not finished. */
export async function missingMigrations(): Promise<string[]> {
  const { rows } = await pool().query<{ migration_name: string }>(
    `SELECT migration_name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const done = new Set(rows.map((row) => row.migration_name));
  return buildMigrations().filter((name) => !done.has(name));
}
