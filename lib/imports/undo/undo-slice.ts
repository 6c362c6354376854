import { holdMerges } from "@/lib/accounts/merge/merge-lock";
import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import type { ImportNotes } from "../kinds/notes";
import type { EntityName, Row } from "../rows/import-table";
import { ALL_TABLES } from "../tables/all-tables";
import { type Kept, removeRows, restoreRows, type Undone } from "./undo-rows";

type Part = { seq: number; entity: EntityName; undo: () => Promise<Undone>; isRemoval: boolean };
type At = { tx: Tx; ctx: Ctx };

async function lastSlice(tx: Tx, workspaceId: string, batchId: string): Promise<number | null> {
  const where = { workspaceId, batchId };
  const order = { where, orderBy: { slice: "desc" }, select: { slice: true } } as const;
  const created = await tx.importCreated.findFirst(order);
  const changed = await tx.importChange.findFirst(order);
  const last = Math.max(created?.slice ?? -1, changed?.slice ?? -1);
  return last < 0 ? null : last;
}

async function loadParts(at: At, batchId: string, slice: number): Promise<Part[]> {
  const where = { workspaceId: at.ctx.workspace.id, batchId, slice };
  const created = await at.tx.importCreated.findMany({
    where,
    select: { seq: true, entity: true, subjectIds: true, hashes: true },
  });
  const changes = await at.tx.importChange.findMany({
    where,
    select: { seq: true, entity: true, subjectId: true, before: true, hash: true },
  });
  const parts = created.flatMap(({ seq, entity, subjectIds, hashes }): Part[] => {
    const table = ALL_TABLES.get(entity as EntityName);
    if (!table) return [];
    const made = subjectIds.map((id, i) => ({ id, hash: String(hashes[i]) }));
    const undo = () => removeRows(at, table, made);
    return [{ seq, entity: table.name, undo, isRemoval: true }];
  });
  for (const seq of new Set(changes.map((change) => change.seq))) {
    const own = changes.filter((change) => change.seq === seq);
    const table = ALL_TABLES.get(own[0]?.entity as EntityName);
    if (!table) continue;
    const rows = own.map(({ subjectId, before, hash }) => ({
      id: subjectId,
      hash: String(hash),
      before: before as Row,
    }));
    const undo = () => restoreRows(at, table, rows);
    parts.push({ seq, entity: table.name, undo, isRemoval: false });
  }
  return parts.sort((a, b) => b.seq - a.seq);
}

async function storeKept({ tx, ctx }: At, batchId: string, entity: EntityName, kept: Kept[]) {
  if (kept.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO import_kept (workspace_id, id, batch_id, entity, subject_id, reason)
    SELECT ${ctx.workspace.id}::uuid, t.id, ${batchId}::uuid, ${entity}, t.subject_id, t.reason
    FROM unnest(${kept.map(() => newId())}::uuid[], ${kept.map((row) => row.id)}::uuid[],
      ${kept.map((row) => row.reason)}::text[]) AS t(id, subject_id, reason)
    ON CONFLICT DO NOTHING RETURNING id`;
}

function count(notes: ImportNotes, code: "removed" | "restored" | "kept", more: number): void {
  if (more > 0) notes[code] = { count: (notes[code]?.count ?? 0) + more, rows: [] };
}

/**
 * Undoes what the last part of an import wrote, backwards, and forgets it in the same transaction: after a
 * crash the undoing goes on where it stopped. False when nothing is left.
 */
export async function undoSlice(at: At, batchId: string): Promise<boolean> {
  const { tx, ctx } = at;
  const workspaceId = ctx.workspace.id;
  await holdMerges(tx, workspaceId);
  const [batch] = await tx.$queryRaw<{ notes: ImportNotes }[]>`
    SELECT notes FROM import_batch WHERE workspace_id = ${workspaceId}::uuid
      AND id = ${batchId}::uuid AND state = 'undoing' FOR UPDATE`;
  const slice = await lastSlice(tx, workspaceId, batchId);
  if (!batch || slice === null) return false;
  const { notes } = batch;
  const accountIds: string[] = [];
  for (const part of await loadParts(at, batchId, slice)) {
    const undone = await part.undo();
    accountIds.push(...undone.accountIds);
    count(notes, part.isRemoval ? "removed" : "restored", undone.count);
    count(notes, "kept", undone.kept.length);
    await storeKept(at, batchId, part.entity, undone.kept);
  }
  const where = { workspaceId, batchId, slice };
  await tx.importCreated.deleteMany({ where });
  await tx.importChange.deleteMany({ where });
  await tx.importBatch.updateMany({ where: { workspaceId, id: batchId }, data: { notes } });
  await markFactsChanged(tx, workspaceId, accountIds, ctx.now);
  return true;
}
