import type { Tx } from "@/lib/db/with-workspace";
import type { SegmentMoveDto } from "./segment.types";

type Segment = { workspaceId: string; segmentId: string };
type Window = Segment & { after: string; asOf: string };

export type MoveRow = Pick<SegmentMoveDto, "accountId" | "kind" | "on">;

/** First day on which a segment's members were put on record. */
export async function loadKeptSince(
  tx: Tx,
  { workspaceId, segmentId }: Segment,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ since: string | null }[]>`
    SELECT members_since::text AS since FROM segment
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${segmentId}::uuid`;
  return row?.since ?? null;
}

/** Since when each of these accounts has been in the segment without a break. */
export async function loadSince(
  tx: Tx,
  { workspaceId, segmentId }: Segment,
  accountIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ accountId: string; since: string }[]>`
    SELECT account_id AS "accountId", from_date::text AS since FROM segment_membership
    WHERE workspace_id = ${workspaceId}::uuid AND segment_id = ${segmentId}::uuid
      AND account_id = ANY(${accountIds}::uuid[]) AND until_date IS NULL`;
  return new Map(rows.map(({ accountId, since }) => [accountId, since]));
}

/** How many joined and left after a day; who was in it from the first day on did not join. */
export async function countMoves(
  tx: Tx,
  { workspaceId, segmentId, after, asOf }: Window,
): Promise<{ joined: number; left: number }> {
  const [row] = await tx.$queryRaw<{ joined: number; left: number }[]>`
    SELECT
      (SELECT count(*)::int FROM segment_membership
       WHERE workspace_id = ${workspaceId}::uuid AND segment_id = ${segmentId}::uuid
         AND from_date > ${after}::date AND from_date <= ${asOf}::date) AS joined,
      (SELECT count(*)::int FROM segment_membership
       WHERE workspace_id = ${workspaceId}::uuid AND segment_id = ${segmentId}::uuid
         AND until_date > ${after}::date AND until_date <= ${asOf}::date) AS "left"`;
  return row ?? { joined: 0, left: 0 };
}

export function loadMoves(
  tx: Tx,
  { workspaceId, segmentId, after, asOf }: Window,
  limit: number,
): Promise<MoveRow[]> {
  return tx.$queryRaw<MoveRow[]>`
    SELECT account_id AS "accountId", 'joined' AS kind, from_date::text AS "on"
    FROM segment_membership
    WHERE workspace_id = ${workspaceId}::uuid AND segment_id = ${segmentId}::uuid
      AND from_date > ${after}::date AND from_date <= ${asOf}::date
    UNION ALL
    SELECT account_id, 'left', until_date::text FROM segment_membership
    WHERE workspace_id = ${workspaceId}::uuid AND segment_id = ${segmentId}::uuid
      AND until_date > ${after}::date AND until_date <= ${asOf}::date
    ORDER BY "on" DESC, kind, "accountId" LIMIT ${limit}`;
}
