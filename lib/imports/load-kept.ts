import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/with-workspace";
import type { EntityName } from "./rows/import-table";
import { raw } from "./rows/row-sql";
import { ALL_TABLES } from "./tables/all-tables";
import type { KeptReason } from "./undo/undo-rows";

const KEPT_SHOWN = 100;

export type KeptRow = { id: string; entity: EntityName; title: string; reason: KeptReason };

type Stored = { id: string; entity: EntityName; subjectId: string; reason: KeptReason };

/** Rows that stayed when an import was undone, by what people call them; the first hundred. */
export async function loadKept(tx: Tx, workspaceId: string, batchId: string): Promise<KeptRow[]> {
  const rows = (await tx.importKept.findMany({
    where: { workspaceId, batchId },
    orderBy: { id: "asc" },
    take: KEPT_SHOWN,
    select: { id: true, entity: true, subjectId: true, reason: true },
  })) as Stored[];
  const titles = new Map<string, string>();
  for (const entity of new Set(rows.map((row) => row.entity))) {
    const table = ALL_TABLES.get(entity);
    if (!table) continue;
    const ids = rows.filter((row) => row.entity === entity).map((row) => row.subjectId);
    const named = await tx.$queryRaw<{ id: string; title: string | null }[]>(Prisma.sql`
      SELECT t.id, ${raw(table.title)} AS title FROM ${raw(table.name)} t
      WHERE t.workspace_id = ${workspaceId}::uuid AND t.id = ANY(${ids}::uuid[])`);
    for (const row of named) titles.set(row.id, row.title ?? "");
  }
  return rows.map(({ subjectId, ...row }) => ({ ...row, title: titles.get(subjectId) ?? "" }));
}
