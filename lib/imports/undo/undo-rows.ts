import { Prisma } from "@/lib/db/generated/client";
import type { ImportTable, Row } from "../rows/import-table";
import { hashOf, raw } from "../rows/row-sql";
import { loadAccountsOf, updateRows } from "../rows/row-statements";
import { ALL_TABLES } from "../tables/all-tables";
import { type At, onAccountsOfNow, onlyMoved } from "./moved-by-merge";

/** Why a row stays: written since · other rows name it · what it was before names a row that is gone. */
export type KeptReason = "changed" | "used" | "gone";
export type Kept = { id: string; reason: KeptReason };
export type Undone = { count: number; kept: Kept[]; accountIds: string[] };

type Standing = { id: string; hash: string; account: string | null };

function lockRows({ tx, ctx }: At, table: ImportTable, ids: readonly string[]) {
  const account = table.account === null ? "NULL" : `t.${table.account}::text`;
  return tx.$queryRaw<Standing[]>(Prisma.sql`
    SELECT t.id::text AS id, ${hashOf(table, "t")} AS hash, ${raw(account)} AS account
    FROM ${raw(table.name)} t
    WHERE t.workspace_id = ${ctx.workspace.id}::uuid AND t.id = ANY(${ids}::uuid[])
    ORDER BY t.id FOR UPDATE`);
}

/** Those of the ids that a row of another table names. */
async function usedIds(
  { tx, ctx }: At,
  usedBy: ImportTable["usedBy"],
  ids: readonly string[],
): Promise<Set<string>> {
  const used = new Set<string>();
  for (const [table, column] of usedBy) {
    const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
      SELECT DISTINCT t.${raw(column)}::text AS id FROM ${raw(table)} t
      WHERE t.workspace_id = ${ctx.workspace.id}::uuid AND t.${raw(column)} = ANY(${ids}::uuid[])`);
    for (const row of rows) used.add(row.id);
  }
  return used;
}

/** Locks the rows and tells those that are as the import left them from those written since. */
async function lockSame(at: At, table: ImportTable, hashes: ReadonlyMap<string, string>) {
  const standing = await lockRows(at, table, [...hashes.keys()]);
  const differing = standing.filter((row) => row.hash !== hashes.get(row.id));
  const moved = await onlyMoved(
    at,
    table,
    new Map(differing.map(({ id }) => [id, hashes.get(id) ?? ""])),
  );
  const changed = new Set(differing.map(({ id }) => id).filter((id) => !moved.has(id)));
  const kept = [...changed].map((id): Kept => ({ id, reason: "changed" }));
  return { same: standing.filter(({ id }) => !changed.has(id)), kept, moved };
}

/** Removes rows an import made, as far as they stand as it made them and nothing names them. */
export async function removeRows(
  at: At,
  table: ImportTable,
  made: readonly { id: string; hash: string }[],
): Promise<Undone> {
  const hashes = new Map(made.map((row) => [row.id, row.hash]));
  const { same, kept } = await lockSame(at, table, hashes);
  const used = await usedIds(
    at,
    table.usedBy,
    same.map((row) => row.id),
  );
  const gone = same.filter((row) => !used.has(row.id));
  const goneIds = gone.map((row) => row.id);
  const others = await loadAccountsOf(at, table, goneIds);
  if (gone.length > 0) {
    await at.tx.$executeRaw(Prisma.sql`
      DELETE FROM ${raw(table.name)} WHERE workspace_id = ${at.ctx.workspace.id}::uuid
        AND id = ANY(${goneIds}::uuid[])`);
  }
  return {
    count: gone.length,
    kept: [...kept, ...[...used].map((id): Kept => ({ id, reason: "used" }))],
    accountIds: [...others, ...gone.flatMap((row) => row.account ?? [])],
  };
}

/** Ids among what rows were before that no longer stand for anything. */
async function missingIds({ tx, ctx }: At, table: ImportTable, befores: readonly Row[]) {
  const missing = new Set<string>();
  for (const [name, { refers }] of Object.entries(table.columns)) {
    if (!refers || !ALL_TABLES.has(refers)) continue;
    const named = new Set(befores.flatMap((row) => (row[name] == null ? [] : String(row[name]))));
    if (named.size === 0) continue;
    const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
      SELECT t.id::text AS id FROM ${raw(refers)} t
      WHERE t.workspace_id = ${ctx.workspace.id}::uuid AND t.id = ANY(${[...named]}::uuid[])`);
    for (const row of rows) named.delete(row.id);
    for (const id of named) missing.add(id);
  }
  return missing;
}

/** Gives rows an import changed what they held before, as far as nobody has written them since. */
export async function restoreRows(
  at: At,
  table: ImportTable,
  changed: readonly { id: string; hash: string; before: Row }[],
): Promise<Undone> {
  const hashes = new Map(changed.map((row) => [row.id, row.hash]));
  const { same, kept, moved } = await lockSame(at, table, hashes);
  const standing = new Map(same.map((row) => [row.id, row]));
  const befores = await onAccountsOfNow(
    at,
    table,
    changed.flatMap(({ id, before }) => (standing.has(id) ? [{ ...before, id }] : [])),
    moved,
  );
  const missing = await missingIds(at, table, befores);
  // An account whose parent was merged into it has none.
  const namesMissing = (row: Row) =>
    Object.entries(table.columns).some(
      ([name, { refers }]) =>
        refers !== undefined && (missing.has(String(row[name])) || row[name] === row.id),
    );
  const back = befores.filter((row) => !namesMissing(row));
  const restored = await updateRows(at, table, back);
  const others = await loadAccountsOf(
    at,
    table,
    back.map((row) => row.id),
  );
  const named = back.flatMap((row) => {
    const before = table.account === null ? null : (row as Row)[table.account];
    return [before, standing.get(row.id)?.account].flatMap((id) => (id ? String(id) : []));
  });
  return {
    count: restored.length,
    kept: [
      ...kept,
      ...befores.filter(namesMissing).map((row): Kept => ({ id: row.id, reason: "gone" })),
    ],
    accountIds: [...named, ...others],
  };
}
