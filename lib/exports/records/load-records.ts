import type { Tx } from "@/lib/db/with-workspace";
import { type RecordKind, type RecordPage, type RecordRow, toRecord } from "./record-kind";

export async function loadRecords(
  tx: Tx,
  kind: RecordKind,
  page: RecordPage,
): Promise<RecordRow[]> {
  const rows = await tx.$queryRaw<Record<string, unknown>[]>(kind.select(page));
  return rows.map((row) => toRecord(kind, row));
}
