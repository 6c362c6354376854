import { createHash } from "node:crypto";
import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { bytesToId } from "@/lib/format/id-bytes";
import type { ImportKindName } from "./kinds/import-kind";
import { type Records, storeRecords } from "./rows/records";

/** What was undone is closed; so often may calls of one hour be undone and sent again. */
const MOST_ROUNDS = 20;

type Calls = { kind: ImportKindName; source: string };
export type ApiCounts = { created: number; changed: number; unchanged: number; rejected: number };

function callerOf({ actor }: Ctx): string {
  if (actor.type === "apiKey") return actor.apiKeyId;
  return actor.type === "user" ? actor.userId : actor.type;
}

/** An id of version 8 (RFC 9562): made, not drawn. */
function idFrom(text: string): string {
  const bytes = createHash("sha256").update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytesToId(bytes);
}

/** The calls of one key, kind, source and hour are one batch; its id is made from them. */
function batchIds(ctx: Ctx, { kind, source }: Calls): string[] {
  const hour = ctx.now.toISOString().slice(0, 13);
  const named = [ctx.workspace.id, callerOf(ctx), kind, source, hour];
  return Array.from({ length: MOST_ROUNDS }, (_, round) => {
    return idFrom(JSON.stringify([...named, round]));
  });
}

/** Where what a call writes is put down for undoing. */
export async function findApiBatch(tx: Tx, ctx: Ctx, calls: Calls): Promise<string> {
  const ids = batchIds(ctx, calls);
  const rows = await tx.importBatch.findMany({
    where: { workspaceId: ctx.workspace.id, id: { in: ids }, state: { not: "done" } },
    select: { id: true },
  });
  const closed = new Set(rows.map((row) => row.id));
  const open = ids.find((id) => !closed.has(id));
  if (!open)
    throw new AppError("CONFLICT", "Calls of this hour were undone too often. Send later.");
  return open;
}

async function keyName(tx: Tx, { workspace, actor }: Ctx): Promise<string> {
  if (actor.type !== "apiKey") return "API";
  const key = await tx.apiKey.findFirst({
    where: { workspaceId: workspace.id, id: actor.apiKeyId },
    select: { name: true },
  });
  return key?.name ?? "API";
}

type Written = { calls: Calls; batchId: string; rows: number; counts: ApiCounts; records: Records };

/**
 * Last in the transaction that wrote the rows: calls of one batch wait for each other from here on only.
 * @throws AppError CONFLICT where an admin undoes the batch meanwhile.
 */
export async function storeApiBatch(tx: Tx, ctx: Ctx, written: Written): Promise<void> {
  const { calls, batchId, counts, records } = written;
  const workspaceId = ctx.workspace.id;
  const { created, changed, unchanged, rejected } = counts;
  const [row] = await tx.$queryRaw<{ slice: number }[]>`
    INSERT INTO import_batch (workspace_id, id, kind, file_name, source, via, state, cursor_row,
      rows_new, rows_changed, rows_unchanged, rows_rejected, created_at, started_at, finished_at)
    VALUES (${workspaceId}::uuid, ${batchId}::uuid, ${calls.kind}, ${await keyName(tx, ctx)},
      ${calls.source}, 'api', 'done', ${written.rows}, ${created}, ${changed}, ${unchanged},
      ${rejected}, ${ctx.now}, ${ctx.now}, ${ctx.now})
    ON CONFLICT (workspace_id, id) DO UPDATE SET
      cursor_row = import_batch.cursor_row + excluded.cursor_row,
      rows_new = import_batch.rows_new + excluded.rows_new,
      rows_changed = import_batch.rows_changed + excluded.rows_changed,
      rows_unchanged = import_batch.rows_unchanged + excluded.rows_unchanged,
      rows_rejected = import_batch.rows_rejected + excluded.rows_rejected,
      finished_at = excluded.finished_at
    WHERE import_batch.state = 'done'
    RETURNING cursor_row AS slice`;
  if (!row)
    throw new AppError("CONFLICT", "What was sent before is being undone. Send this again.");
  await storeRecords(tx, { workspaceId, batchId, slice: row.slice }, records);
}
