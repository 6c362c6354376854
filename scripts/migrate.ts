import { applyMigrations } from "@/lib/db/migration-engine";
import { readMigrationEnv } from "@/lib/env";

const applied = await applyMigrations(readMigrationEnv().MIGRATION_DATABASE_URL);
console.log(
  applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}`,
);
