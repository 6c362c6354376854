import { describe, expect, it } from "vitest";
import { GLOBAL_TABLES } from "@/lib/db/global-tables";
import { useTestDatabase } from "../support/database";

const { query } = useTestDatabase();

type Table = {
  name: string;
  has_workspace: boolean;
  is_forced: boolean;
  policies: number;
};

const TABLES = `
  SELECT c.relname AS name,
         EXISTS (SELECT 1 FROM pg_attribute a
                 WHERE a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped)
           AS has_workspace,
         c.relrowsecurity AND c.relforcerowsecurity AS is_forced,
         (SELECT count(*)::int FROM pg_policy p
          WHERE p.polrelid = c.oid AND p.polcmd = '*' AND p.polpermissive
            AND pg_get_expr(p.polqual, p.polrelid) LIKE '(workspace_id = %app.workspace%'
            AND pg_get_expr(p.polwithcheck, p.polrelid) LIKE '(workspace_id = %app.workspace%')
           AS policies
  FROM pg_class c
  WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
  ORDER BY 1`;

const KEYS = `
  SELECT c.relname AS name, i.relname AS key, x.indisprimary AS is_primary,
         array_agg(a.attname::text ORDER BY k.position) AS columns
  FROM pg_index x
  JOIN pg_class c ON c.oid = x.indrelid
  JOIN pg_class i ON i.oid = x.indexrelid
  CROSS JOIN LATERAL unnest(x.indkey) WITH ORDINALITY AS k(attnum, position)
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
  WHERE x.indisunique AND c.relnamespace = 'public'::regnamespace
  GROUP BY 1, 2, 3`;

const REFERENCES = `
  SELECT c.relname AS name, f.relname AS target, r.conname AS key,
         (SELECT array_agg(a.attname::text ORDER BY k.position)
          FROM unnest(r.conkey) WITH ORDINALITY AS k(attnum, position)
          JOIN pg_attribute a ON a.attrelid = r.conrelid AND a.attnum = k.attnum) AS columns,
         r.confupdtype AS on_update
  FROM pg_constraint r
  JOIN pg_class c ON c.oid = r.conrelid
  JOIN pg_class f ON f.oid = r.confrelid
  WHERE r.contype = 'f'`;

const isGlobal = (name: string) => (GLOBAL_TABLES as readonly string[]).includes(name);

async function tenantTables(): Promise<Table[]> {
  return (await query<Table>(TABLES)).filter((table) => !isGlobal(table.name));
}

describe("the catalog", () => {
  it("holds tenant tables and the closed list of global ones, nothing else", async () => {
    const tables = await query<Table>(TABLES);
    const names = tables.map((table) => table.name);
    expect(names.length).toBeGreaterThan(30);
    expect(GLOBAL_TABLES.filter((name) => !names.includes(name))).toEqual([]);
    const strays = (await tenantTables()).filter((table) => !table.has_workspace);
    expect(strays.map((table) => table.name)).toEqual([]);
  });

  it("forces row-level security, by one policy on the workspace, on every tenant table", async () => {
    const open = (await tenantTables()).filter((t) => !t.is_forced || t.policies !== 1);
    expect(open.map((table) => table.name)).toEqual([]);
  });

  it("starts every primary key with the workspace and has it in every unique key", async () => {
    type Key = { name: string; key: string; is_primary: boolean; columns: string[] };
    const keys = (await query<Key>(KEYS)).filter((key) => !isGlobal(key.name));
    const wrong = keys.filter((key) =>
      key.is_primary ? key.columns[0] !== "workspace_id" : !key.columns.includes("workspace_id"),
    );
    expect(wrong.map((key) => key.key)).toEqual([]);
    const withPrimary = new Set(keys.filter((key) => key.is_primary).map((key) => key.name));
    const without = (await tenantTables()).filter((table) => !withPrimary.has(table.name));
    expect(without.map((table) => table.name)).toEqual([]);
  });

  it("lets tenant tables refer to each other within a workspace only, and global ones to none", async () => {
    type Reference = {
      name: string;
      target: string;
      key: string;
      columns: string[];
      on_update: string;
    };
    const references = await query<Reference>(REFERENCES);
    const wrong = references.filter((reference) => {
      if (isGlobal(reference.target)) return !isGlobal(reference.name);
      const { columns, on_update } = reference;
      return isGlobal(reference.name) || columns[0] !== "workspace_id" || on_update !== "a";
    });
    expect(wrong.map((reference) => reference.key)).toEqual([]);
  });

  it("keeps the workspace column of one type everywhere", async () => {
    const types = await query<{ type: string }>(
      `SELECT DISTINCT format_type(a.atttypid, a.atttypmod) AS type FROM pg_attribute a
       JOIN pg_class c ON c.oid = a.attrelid
       WHERE a.attname = 'workspace_id' AND c.relkind IN ('r', 'p')
         AND c.relnamespace = 'public'::regnamespace`,
    );
    expect(types).toEqual([{ type: "uuid" }]);
  });

  it("has no enum types, which a distributed database cannot take", async () => {
    expect(await query("SELECT typname FROM pg_type WHERE typtype = 'e'")).toEqual([]);
  });

  it("analyses what grows by the rows changed, so that a small workspace beside a large one is known", async () => {
    const grows = ["account", "purchase", "invitation", "response_event", "account_month"];
    const known = await query<{ name: string }>(
      `SELECT relname AS name FROM pg_class
       WHERE relname = ANY($1) AND 'autovacuum_analyze_scale_factor=0' = ANY(reloptions)`,
      [grows],
    );
    expect(known.map((table) => table.name).toSorted()).toEqual(grows.toSorted());
  });

  it("lets the app's role add and read audit rows, and never change them", async () => {
    const rights = await query<{ privilege: string }>(
      `SELECT privilege_type AS privilege FROM information_schema.role_table_grants
       WHERE grantee = 'holdfast_app' AND table_name = 'audit_entry' ORDER BY 1`,
    );
    expect(rights.map((right) => right.privilege)).toEqual(["INSERT", "SELECT"]);
  });
});
