import { Prisma } from "@/lib/db/generated/client";
import type { RawTx } from "@/lib/db/raw-tx";
import { canonicalJson } from "./canonical-json";
import { type ImportTable, keyOf, type Row } from "./import-table";
import { cellList, raw, unnested } from "./row-sql";

export type RowsAt = { tx: RawTx; workspaceId: string; source: string };

/** An index finds ids by `= ANY`; keys of several columns are joined. */
function matching({ source }: RowsAt, table: ImportTable, keys: readonly Row[]): Prisma.Sql {
  const names = table.key.filter((name) => name !== "source");
  const [only] = names;
  if (names.length === 1 && only !== undefined) {
    const type = raw(`${table.columns[only]?.type ?? "text"}[]`);
    const values = keys.map((row) => row[only] ?? null);
    const ofSource = table.key.includes("source") ? Prisma.sql`AND t.source = ${source}` : raw("");
    return Prisma.sql`${ofSource} AND t.${raw(only)} = ANY(${values}::${type})`;
  }
  const columns = names.map((name) => [name, table.columns[name] ?? { type: "text" }] as const);
  const same = names.map((name) => `t.${name} = v.${name}`).join(" AND ");
  return Prisma.sql`AND EXISTS (SELECT 1 FROM ${unnested(keys, columns)} WHERE ${raw(same)})`;
}

/** Stored rows with these keys, by key. */
export async function loadRows(
  at: RowsAt,
  table: ImportTable,
  keys: readonly Row[],
  isLocking = false,
): Promise<Map<string, Row>> {
  if (keys.length === 0) return new Map();
  const rows = await at.tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT ${cellList(table)} FROM ${raw(table.name)} t
    WHERE t.workspace_id = ${at.workspaceId}::uuid ${matching(at, table, keys)}
    ORDER BY t.id ${raw(isLocking ? "FOR UPDATE" : "")}`);
  const jsons = Object.entries(table.columns).filter(([, { type }]) => type === "jsonb");
  for (const row of rows) {
    for (const [name] of jsons) row[name] = canonicalJson(JSON.parse(String(row[name])));
  }
  return new Map(rows.map((row) => [keyOf(table, row), row]));
}
