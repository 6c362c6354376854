// Applies the migrations that are missing, as the owner of the database.
import { applyMigrations } from "@/lib/db/migration-engine";
import { EnvError, readMigrationEnv } from "@/lib/env";

try {
  const applied = await applyMigrations(readMigrationEnv().MIGRATION_DATABASE_URL);
  console.log(
    applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}`,
  );
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error);
  process.exitCode = 1;
}
