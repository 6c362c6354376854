import { newId } from "@/lib/db/new-id";
import type { RawTx } from "@/lib/db/raw-tx";
import type { EntityName, Row } from "./import-table";

type Made = { id: string; hash: string };
type Changed = Made & { before: Row };

/** What a slice wrote, in the order it was written; undone backwards. */
export type Records = {
  created: { seq: number; entity: EntityName; rows: readonly Made[] }[];
  changed: { seq: number; entity: EntityName; rows: readonly Changed[] }[];
};

export function noRecords(): Records {
  return { created: [], changed: [] };
}

function nextSeq(records: Records): number {
  return records.created.length + records.changed.length;
}

export function recordCreated(records: Records, entity: EntityName, rows: readonly Made[]): void {
  if (rows.length > 0) records.created.push({ seq: nextSeq(records), entity, rows });
}

export function recordChanged(
  records: Records,
  entity: EntityName,
  rows: readonly Changed[],
): void {
  if (rows.length > 0) records.changed.push({ seq: nextSeq(records), entity, rows });
}

type Place = { workspaceId: string; batchId: string; slice: number };

async function storeCreated(
  tx: RawTx,
  place: Place,
  part: Records["created"][number],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO import_created (workspace_id, id, batch_id, slice, seq, entity, subject_ids, hashes)
    VALUES (${place.workspaceId}::uuid, ${newId()}::uuid, ${place.batchId}::uuid, ${place.slice},
      ${part.seq}, ${part.entity}, ${part.rows.map((row) => row.id)}::uuid[],
      ${part.rows.map((row) => row.hash)}::bigint[])`;
}

async function storeChanged(
  tx: RawTx,
  place: Place,
  part: Records["changed"][number],
): Promise<void> {
  const { rows } = part;
  await tx.$executeRaw`
    INSERT INTO import_change (workspace_id, id, batch_id, slice, seq, entity, subject_id, before,
      hash)
    SELECT ${place.workspaceId}::uuid, t.id, ${place.batchId}::uuid, ${place.slice}, ${part.seq},
      ${part.entity}, t.subject_id, t.before, t.hash
    FROM unnest(${rows.map(() => newId())}::uuid[], ${rows.map((row) => row.id)}::uuid[],
      ${rows.map((row) => JSON.stringify(row.before))}::jsonb[],
      ${rows.map((row) => row.hash)}::bigint[]) AS t(id, subject_id, before, hash)
    ON CONFLICT DO NOTHING RETURNING id`;
}

/** In the transaction that wrote the rows: what is in can always be taken out again. */
export async function storeRecords(tx: RawTx, place: Place, records: Records): Promise<void> {
  for (const part of records.created) await storeCreated(tx, place, part);
  for (const part of records.changed) await storeChanged(tx, place, part);
}
