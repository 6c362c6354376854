// Writes the SQL of the next migration: from the committed schema to the one in the work tree.
//   tsx scripts/make-migration.ts NAME      (needs DATABASE_URL of any Postgres; reads nothing from it)
// Hand-written SQL (policies, roles, checks) is then added to the same file. After the CREATE TABLEs comes
// their distribution, and all else stands in DO blocks: tests/integration/distribution.test.ts.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  diffSchemas,
  knownMigrations,
  MIGRATIONS_DIR,
  SCHEMA_FILE,
} from "@/lib/db/migration-engine";

const name = process.argv[2];
const url = process.env.DATABASE_URL;
if (!name || !url) {
  console.error("usage: DATABASE_URL=... tsx scripts/make-migration.ts NAME");
  process.exit(2);
}
const isFirst = (await knownMigrations()).length === 0;
const before = isFirst
  ? null
  : execFileSync("git", ["show", "HEAD:prisma/schema.prisma"], { encoding: "utf8" });
const sql = await diffSchemas(url, before, readFileSync(SCHEMA_FILE, "utf8"));
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = path.join(MIGRATIONS_DIR, `${stamp}_${name}`);
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, "migration.sql"), sql);
console.log(folder);
