import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/with-workspace";
import { type Row, type StoryRows, TABLES, type TableName } from "./tables";

const ROWS_A_STATEMENT = 5_000;

/** Writes every table in bulk; rows that exist already are left as they are. */
export async function writeRows(tx: Tx, workspaceId: string, rows: StoryRows): Promise<number> {
  let written = 0;
  for (const table of Object.keys(TABLES) as TableName[]) {
    const all = rows[table];
    for (let start = 0; start < all.length; start += ROWS_A_STATEMENT) {
      written += await insert(tx, workspaceId, table, all.slice(start, start + ROWS_A_STATEMENT));
    }
  }
  return written;
}

async function insert<Name extends TableName>(
  tx: Tx,
  workspaceId: string,
  table: Name,
  rows: readonly Row<Name>[],
): Promise<number> {
  const columns = Object.entries(TABLES[table] as Record<string, string>);
  const names = Prisma.raw(columns.map(([name]) => `"${snake(name)}"`).join(", "));
  const arrays = columns.map(([name]) => {
    const values = rows.map((row) => textOf((row as Record<string, unknown>)[name]));
    return Prisma.sql`${values}::text[]`;
  });
  const casts = Prisma.raw(
    columns.map(([name, type]) => `t."${snake(name)}"::${type.replace("?", "")}`).join(", "),
  );
  const result = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO ${Prisma.raw(snake(table))} (workspace_id, ${names})
    SELECT ${workspaceId}::uuid, ${casts} FROM unnest(${Prisma.join(arrays)}) AS t(${names})
    ON CONFLICT DO NOTHING RETURNING id`;
  return result.length;
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? `{${value.join(",")}}` : String(value);
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
