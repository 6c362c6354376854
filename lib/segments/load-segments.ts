import type { Tx } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { type SegmentRule, segmentRulesSchema } from "./segment-rules";

export type SegmentRow = {
  id: string;
  name: string;
  rules: SegmentRule;
  createdAt: Date;
  updatedAt: Date;
};

const COLUMNS = { id: true, name: true, rules: true, createdAt: true, updatedAt: true } as const;

/** The workspace's segments by name, archived ones left out. */
export async function loadSegments(tx: Tx, workspaceId: string): Promise<SegmentRow[]> {
  const rows = await tx.segment.findMany({
    where: { workspaceId, archivedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: COLUMNS,
  });
  return rows.map((row) => ({ ...row, rules: segmentRulesSchema.parse(row.rules) }));
}

/** @throws AppError NOT_FOUND for an archived segment and for another workspace's. */
export async function loadSegment(tx: Tx, workspaceId: string, id: string): Promise<SegmentRow> {
  const row = await tx.segment.findFirst({
    where: { workspaceId, id, archivedAt: null },
    select: COLUMNS,
  });
  if (!row) throw notFound("segment");
  return { ...row, rules: segmentRulesSchema.parse(row.rules) };
}
