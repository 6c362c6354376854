import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/generated/client";
import type { RawTx } from "@/lib/db/raw-tx";
import type { ImportTable, Row } from "../rows/import-table";
import { hashOf, raw } from "../rows/row-sql";

export type At = { tx: RawTx; ctx: Ctx };
/** The account a row was on when it was written, and the one it is on now. */
export type Moves = Map<string, { was: string; now: string }>;
type Before = Row & { id: string };

/** The column a merge of accounts moves. */
function movedColumn(table: ImportTable): string | null {
  const found = Object.entries(table.columns).find(([, { refers }]) => refers === "account");
  return found?.[0] ?? null;
}

/** Rows that only went from one account to another by a merge, or back: nobody wrote them since. */
export async function onlyMoved(
  { tx, ctx }: At,
  table: ImportTable,
  hashes: ReadonlyMap<string, string>,
): Promise<Moves> {
  const column = movedColumn(table);
  if (column === null || hashes.size === 0) return new Map();
  const ids = [...hashes.keys()];
  const rows = await tx.$queryRaw<
    { id: string; was: string; now: string; hash: string }[]
  >(Prisma.sql`
    SELECT DISTINCT t.id::text AS id, side.account::text AS was, t.${raw(column)}::text AS now,
      ${hashOf(table, "t", { [column]: "side.account" })} AS hash
    FROM account_merge_part p
    JOIN account_merge m ON m.workspace_id = p.workspace_id AND m.id = p.merge_id
    CROSS JOIN LATERAL unnest(p.subject_ids) AS s(id)
    CROSS JOIN LATERAL (VALUES (m.kept_id), (m.merged_id)) AS side(account)
    JOIN ${raw(table.name)} t ON t.workspace_id = p.workspace_id AND t.id = s.id
    WHERE p.workspace_id = ${ctx.workspace.id}::uuid AND p.part = ${`${table.name}.${column}`}
      AND p.subject_ids && ${ids}::uuid[] AND s.id = ANY(${ids}::uuid[])`);
  return new Map(
    rows.flatMap(({ id, hash, was, now }) => (hashes.get(id) === hash ? [[id, { was, now }]] : [])),
  );
}

/** What rows held before, on the account they went to since, or the one that stands for it. */
export async function onAccountsOfNow(
  { tx, ctx }: At,
  table: ImportTable,
  given: readonly Before[],
  moves: Moves,
): Promise<Before[]> {
  const column = movedColumn(table);
  if (column === null) return [...given];
  const befores = given.map((row) => {
    const move = moves.get(row.id);
    return move && move.was === row[column] ? { ...row, [column]: move.now } : row;
  });
  const named = new Set(befores.flatMap((row) => (row[column] ? String(row[column]) : [])));
  if (named.size === 0) return befores;
  const merged = await tx.$queryRaw<{ id: string; kept: string }[]>`
    SELECT id::text, merged_into_id::text AS kept FROM account
    WHERE workspace_id = ${ctx.workspace.id}::uuid AND id = ANY(${[...named]}::uuid[])
      AND merged_into_id IS NOT NULL`;
  const keptOf = new Map(merged.map(({ id, kept }) => [id, kept]));
  return befores.map((row) => {
    const kept = keptOf.get(String(row[column]));
    return kept === undefined ? row : { ...row, [column]: kept };
  });
}
