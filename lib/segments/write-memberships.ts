import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { type Membership, membershipChanges } from "./build-membership-changes";

const ROWS_PER_STATEMENT = 5_000;

type Within = Pick<Ctx, "asOf"> & { workspace: { id: string } };

function inParts(rows: readonly Membership[]): Membership[][] {
  const parts: Membership[][] = [];
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT)
    parts.push(rows.slice(at, at + ROWS_PER_STATEMENT));
  return parts;
}

function columnsOf(rows: readonly Membership[]) {
  return {
    segmentIds: rows.map(({ segmentId }) => segmentId),
    accountIds: rows.map(({ accountId }) => accountId),
    fromDates: rows.map(({ from }) => from),
  };
}

/** One writer at a time for a segment: two would open the same membership twice. */
async function lockSegments(tx: Tx, { asOf, workspace }: Within, ids: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM segment WHERE workspace_id = ${workspace.id}::uuid AND id = ANY(${ids}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    UPDATE segment SET members_since = ${asOf}::date
    WHERE workspace_id = ${workspace.id}::uuid AND id = ANY(${ids}::uuid[]) AND members_since IS NULL`;
}

function loadKept(tx: Tx, { asOf, workspace }: Within, ids: string[]): Promise<Membership[]> {
  return tx.$queryRaw<Membership[]>`
    SELECT segment_id AS "segmentId", account_id AS "accountId",
      from_date::text AS "from", until_date::text AS "until"
    FROM segment_membership
    WHERE workspace_id = ${workspace.id}::uuid AND segment_id = ANY(${ids}::uuid[])
      AND (until_date IS NULL OR until_date = ${asOf}::date)`;
}

async function open(tx: Tx, workspaceId: string, rows: readonly Membership[]): Promise<void> {
  for (const part of inParts(rows)) {
    const { segmentIds, accountIds, fromDates } = columnsOf(part);
    await tx.$executeRaw`
      INSERT INTO segment_membership (workspace_id, segment_id, account_id, from_date)
      SELECT ${workspaceId}::uuid, t.segment_id, t.account_id, t.from_date
      FROM unnest(${segmentIds}::uuid[], ${accountIds}::uuid[], ${fromDates}::date[])
        AS t(segment_id, account_id, from_date)
      ON CONFLICT DO NOTHING RETURNING account_id`;
  }
}

async function endAt(
  tx: Tx,
  workspaceId: string,
  rows: readonly Membership[],
  until: string | null,
): Promise<void> {
  for (const part of inParts(rows)) {
    const { segmentIds, accountIds, fromDates } = columnsOf(part);
    await tx.$executeRaw`
      UPDATE segment_membership m SET until_date = ${until}::date
      FROM unnest(${segmentIds}::uuid[], ${accountIds}::uuid[], ${fromDates}::date[])
        AS t(segment_id, account_id, from_date)
      WHERE m.workspace_id = ${workspaceId}::uuid AND m.segment_id = t.segment_id
        AND m.account_id = t.account_id AND m.from_date = t.from_date`;
  }
}

async function forget(tx: Tx, workspaceId: string, rows: readonly Membership[]): Promise<void> {
  for (const part of inParts(rows)) {
    const { segmentIds, accountIds, fromDates } = columnsOf(part);
    await tx.$executeRaw`
      DELETE FROM segment_membership m
      USING unnest(${segmentIds}::uuid[], ${accountIds}::uuid[], ${fromDates}::date[])
        AS t(segment_id, account_id, from_date)
      WHERE m.workspace_id = ${workspaceId}::uuid AND m.segment_id = t.segment_id
        AND m.account_id = t.account_id AND m.from_date = t.from_date`;
  }
}

/**
 * Puts on record who is in these segments today; only what differs is written.
 * @param members ids of the deciding accounts of each segment
 * @returns how many memberships began or ended
 */
export async function writeMemberships(
  tx: Tx,
  ctx: Within,
  members: ReadonlyMap<string, readonly string[]>,
): Promise<number> {
  if (members.size === 0) return 0;
  const ids = [...members.keys()];
  const workspaceId = ctx.workspace.id;
  await lockSegments(tx, ctx, ids);
  const kept = await loadKept(tx, ctx, ids);
  const changes = membershipChanges(members, kept, ctx.asOf);
  await endAt(tx, workspaceId, changes.closed, ctx.asOf);
  await endAt(tx, workspaceId, changes.reopened, null);
  await forget(tx, workspaceId, changes.forgotten);
  await open(tx, workspaceId, changes.opened);
  return Object.values(changes).reduce((sum, rows) => sum + rows.length, 0);
}
