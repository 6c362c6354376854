import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/generated/client";
import type { RawTx } from "@/lib/db/raw-tx";
import { type ImportTable, type Row, written } from "./import-table";
import { type Records, recordCreated } from "./records";
import { hashOf, list, raw, unnested } from "./row-sql";
import type { TrialRows } from "./trial-rows";

/** With what rows are written, or, where `trial` is set, only compared. */
export type WriteCall = {
  tx: RawTx;
  ctx: Ctx;
  batchId: string;
  source: string;
  records: Records;
  trial: TrialRows | null;
};

export type Hashed = { id: string; hash: string };

const ID = ["id", { type: "uuid" }] as const;

function stampValue(call: WriteCall, stamp: ImportTable["stamps"][number]): Prisma.Sql {
  return stamp === "import_batch_id"
    ? Prisma.sql`${call.batchId}::uuid`
    : Prisma.sql`${call.ctx.now}::timestamptz`;
}

/** Rows somebody else made in the meantime are not returned. */
export async function insertRows(
  call: WriteCall,
  table: ImportTable,
  rows: readonly Row[],
): Promise<Hashed[]> {
  if (rows.length === 0) return [];
  const columns = [ID, ...Object.entries(table.columns)];
  const names = columns.map(([name]) => name);
  const values = [
    Prisma.sql`${call.ctx.workspace.id}::uuid`,
    ...names.map((name) => raw(`v.${name}`)),
    ...table.stamps.map((stamp) => stampValue(call, stamp)),
  ];
  const made = await call.tx.$queryRaw<Hashed[]>(Prisma.sql`
    INSERT INTO ${raw(table.name)} (${raw(["workspace_id", ...names, ...table.stamps].join(", "))})
    SELECT ${list(values)} FROM ${unnested(rows, columns)}
    ON CONFLICT DO NOTHING
    RETURNING id::text AS id, ${hashOf(table, table.name)} AS hash`);
  recordCreated(call.records, table.name, made);
  return made;
}

/** Accounts whose figures rows of a table move that names none itself, as they stand now. */
export async function loadAccountsOf(
  { tx, ctx }: Pick<WriteCall, "tx" | "ctx">,
  { accountsOf }: ImportTable,
  ids: readonly string[],
): Promise<string[]> {
  if (!accountsOf || ids.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>(accountsOf(ctx.workspace.id, ids));
  return rows.map(({ id }) => id);
}

/** @param changeable SQL that holds for rows which may be changed. */
export async function updateRows(
  call: Pick<WriteCall, "tx" | "ctx">,
  table: ImportTable,
  rows: readonly Row[],
  changeable?: string,
): Promise<Hashed[]> {
  if (rows.length === 0) return [];
  const columns = written(table);
  const sets = columns.map(([name]) => raw(`${name} = v.${name}`));
  if (table.stamps.includes("updated_at")) sets.push(Prisma.sql`updated_at = ${call.ctx.now}`);
  return call.tx.$queryRaw<Hashed[]>(Prisma.sql`
    UPDATE ${raw(table.name)} t SET ${list(sets)} FROM ${unnested(rows, [ID, ...columns])}
    WHERE t.workspace_id = ${call.ctx.workspace.id}::uuid AND t.id = v.id
      ${raw(changeable ? `AND t.${changeable}` : "")}
    RETURNING t.id::text AS id, ${hashOf(table, "t")} AS hash`);
}
