import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { GLOBAL_TABLES } from "@/lib/db/global-tables";
import { knownMigrations, MIGRATIONS_DIR } from "@/lib/db/migration-engine";
import { queryAs, withDatabase } from "../support/test-server";

// A distributed database cannot run here. What the migrations would do on one is done on a plain one
// whose functions of these names write down what they are asked and refuse what it would refuse.
const GUARD = "SELECT 1 FROM pg_extension WHERE extname = 'citus'";
const STAND_IN = `
  CREATE TABLE _prisma_migrations (id text PRIMARY KEY);
  CREATE SCHEMA told;
  CREATE TABLE told.placed (name text PRIMARY KEY, kind text, beside text);
  CREATE FUNCTION create_reference_table(t text) RETURNS void LANGUAGE sql AS
    $$ INSERT INTO told.placed VALUES (t, 'reference', NULL) $$;
  CREATE FUNCTION create_distributed_table(t text, col text, colocate_with text DEFAULT NULL)
  RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    IF col <> 'workspace_id' THEN RAISE 'distributed by %', col; END IF;
    IF EXISTS (SELECT 1 FROM pg_constraint
               WHERE contype = 'f' AND (conrelid = t::regclass OR confrelid = t::regclass))
      THEN RAISE 'foreign keys of % come before its distribution', t; END IF;
    IF (SELECT relrowsecurity FROM pg_class WHERE oid = t::regclass)
      THEN RAISE 'policies of % come before its distribution', t; END IF;
    INSERT INTO told.placed VALUES (t, 'distributed', colocate_with);
  END $$;`;

const { ownerUrl, template } = inject("testServer");
const name = `${template}_${process.pid}_spread`;
const url = withDatabase(ownerUrl, name);

async function sources(): Promise<{ migration: string; text: string }[]> {
  return (await knownMigrations()).map((migration) => ({
    migration,
    text: readFileSync(path.join(MIGRATIONS_DIR, migration, "migration.sql"), "utf8"),
  }));
}

beforeAll(async () => {
  await queryAs(ownerUrl, `CREATE DATABASE "${name}" TEMPLATE template0`);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(STAND_IN);
  for (const { text } of await sources()) await client.query(text.replaceAll(GUARD, "SELECT 1"));
  await client.end();
});
afterAll(() => queryAs(ownerUrl, `DROP DATABASE "${name}"`));

type Placed = { name: string; kind: string | null; beside: string | null };

async function placed(): Promise<Placed[]> {
  return queryAs<Placed>(
    url,
    `SELECT c.relname AS name, p.kind, p.beside FROM pg_class c
     LEFT JOIN told.placed p ON p.name = c.relname
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
}

test("every tenant table is distributed by its workspace beside the accounts, before anything refers to it", async () => {
  const tenants = (await placed()).filter(
    (t) => !(GLOBAL_TABLES as readonly string[]).includes(t.name),
  );
  expect(tenants.length).toBeGreaterThan(50);
  const elsewhere = tenants.filter(
    ({ name: table, kind, beside }) =>
      kind !== "distributed" || beside !== (table === "account" ? null : "account"),
  );
  expect(elsewhere).toEqual([]);
});

test("global tables that tenants' queries join are on every node", async () => {
  const rows = await placed();
  const local = rows.filter((t) => t.kind !== "reference" && t.kind !== "distributed");
  expect(local.map((table) => table.name)).toEqual(["_prisma_migrations", "installation"]);
});

/** Statements at the top of a script: bodies of blocks and functions stand inside dollar quotes. */
function statementsOf(text: string): string[] {
  const plain = text.replaceAll(/^\s*--.*$/gm, "");
  const pieces = plain.split(/(\$[a-z]*\$)/);
  let open: string | null = null;
  let folded = "";
  for (const piece of pieces) {
    if (open === null && /^\$[a-z]*\$$/.test(piece)) open = piece;
    else if (piece === open) open = null;
    else if (open === null) folded += piece;
  }
  return folded
    .split(";")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}

/** On a distributed table none of these may stand in a script of many statements. */
const FREE = /^(DO|CREATE TABLE|CREATE FUNCTION|CREATE OR REPLACE FUNCTION)\b/;
/** Said of a table that is not distributed yet, in the migration that makes it. */
const BEFORE = /^ALTER TABLE "account_history" (ALTER COLUMN "history" SET STORAGE|SET \()/;

test("whatever else a migration does to tables stands in a block, as a distributed database asks", async () => {
  const bare = (await sources()).flatMap(({ migration, text }) =>
    statementsOf(text)
      .filter((statement) => !FREE.test(statement) && !BEFORE.test(statement))
      .map((statement) => `${migration}: ${statement.slice(0, 80)}`),
  );
  expect(bare).toEqual([]);
});
