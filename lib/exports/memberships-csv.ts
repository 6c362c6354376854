import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/generated/client";
import { withWorkspace } from "@/lib/db/with-workspace";
import { csvPieces } from "@/lib/format/csv-pieces";
import { NO_ID } from "@/lib/format/id-bytes";
import { inertCell } from "@/lib/format/inert-cell";

const PAGE_ROWS = 5_000;
const PAGE_TIMEOUT_MS = 30_000;
const COLUMNS = [
  "segmentId",
  "segment",
  "accountId",
  "accountExternalId",
  "from",
  "until",
] as const;

type Row = Record<(typeof COLUMNS)[number], string | null>;
type After = { segmentId: string; accountId: string; from: string };

/** Who was in which segment from when until when, archived segments too; after one row, in its order. */
export function membershipRows(workspaceId: string, after: After, limit: number): Prisma.Sql {
  return Prisma.sql`
    SELECT m.segment_id AS "segmentId", s.name AS segment, m.account_id AS "accountId",
      a.external_id AS "accountExternalId", m.from_date::text AS "from", m.until_date::text AS "until"
    FROM segment_membership m
    JOIN segment s ON s.workspace_id = m.workspace_id AND s.id = m.segment_id
    LEFT JOIN account a ON a.workspace_id = m.workspace_id AND a.id = m.account_id
    WHERE m.workspace_id = ${workspaceId}::uuid
      AND (m.segment_id, m.account_id, m.from_date)
        > (${after.segmentId}::uuid, ${after.accountId}::uuid, ${after.from}::date)
    ORDER BY m.segment_id, m.account_id, m.from_date LIMIT ${limit}`;
}

async function* membershipPages(ctx: Ctx): AsyncGenerator<Row[]> {
  let after: After = { segmentId: NO_ID, accountId: NO_ID, from: "0001-01-01" };
  for (;;) {
    const statement = membershipRows(ctx.workspace.id, after, PAGE_ROWS);
    const rows = await withWorkspace(ctx, (tx) => tx.$queryRaw<Row[]>(statement), {
      timeoutMs: PAGE_TIMEOUT_MS,
    });
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_ROWS) return;
    after = last as After;
  }
}

/** The history of the segments as CSV in pieces: their rules tell who is in them today, and of no day before. */
export async function* membershipsCsv(ctx: Ctx): AsyncGenerator<string> {
  const cellsOf = (row: Row) => COLUMNS.map((column) => inertCell(row[column] ?? ""));
  async function* parts() {
    for await (const rows of membershipPages(ctx)) yield rows.map(cellsOf);
  }
  yield* csvPieces(COLUMNS, parts());
}
