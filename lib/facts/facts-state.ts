import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { dateIn, dayNumber } from "@/lib/format/calendar";
import { lastWholeMonth } from "@/lib/metrics";

/** Raised when the way facts are computed changes: then everything is computed again. */
export const FACTS_VERSION = 2;

export type FactsState = { epoch: number; refreshedAt: Date; definitionVersion: number };

type Row = { epoch: bigint; refreshedAt: Date; definitionVersion: number; hasChanges: boolean };

function toState(row: Row): FactsState {
  return { ...row, epoch: Number(row.epoch) };
}

/** A month that ended since adds a row to every account; another definition changes all of them. */
export function isOutdated(state: FactsState | null, ctx: Ctx): boolean {
  if (state === null || state.definitionVersion !== FACTS_VERSION) return true;
  if (ctx.workspace.figuresAsOf !== null) return false;
  const then = dayNumber(dateIn(ctx.workspace.timeZone, state.refreshedAt));
  return lastWholeMonth(dayNumber(ctx.asOf)) > lastWholeMonth(then);
}

/** Where the facts stand, and whether anything waits; null where facts were never built. */
export async function readState(
  tx: Tx,
  ctx: Ctx,
): Promise<{ state: FactsState | null; isStale: boolean }> {
  const id = ctx.workspace.id;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT epoch, refreshed_at AS "refreshedAt", definition_version AS "definitionVersion",
      EXISTS (SELECT 1 FROM facts_change WHERE workspace_id = ${id}::uuid) AS "hasChanges"
    FROM facts_state WHERE workspace_id = ${id}::uuid`;
  const [row] = rows;
  const state = row ? toState(row) : null;
  return { state, isStale: row === undefined || row.hasChanges || isOutdated(state, ctx) };
}

/** Holds the workspace's state until the transaction ends: one refresher at a time. */
export async function lockState(tx: Tx, ctx: Ctx): Promise<FactsState | null> {
  const id = ctx.workspace.id;
  const made = await tx.$queryRaw<{ workspace_id: string }[]>`
    INSERT INTO facts_state (workspace_id, epoch, definition_version, refreshed_at)
    VALUES (${id}::uuid, 0, ${FACTS_VERSION}, ${ctx.now})
    ON CONFLICT (workspace_id) DO NOTHING RETURNING workspace_id`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT epoch, refreshed_at AS "refreshedAt", definition_version AS "definitionVersion",
      false AS "hasChanges"
    FROM facts_state WHERE workspace_id = ${id}::uuid FOR UPDATE`;
  const [row] = rows;
  return made.length > 0 || !row ? null : toState(row);
}

export async function raiseEpoch(tx: Tx, ctx: Ctx): Promise<number> {
  const rows = await tx.$queryRaw<{ epoch: bigint }[]>`
    UPDATE facts_state
    SET epoch = epoch + 1, definition_version = ${FACTS_VERSION}, refreshed_at = ${ctx.now}
    WHERE workspace_id = ${ctx.workspace.id}::uuid RETURNING epoch`;
  return Number(rows[0]?.epoch ?? 0);
}

/** Every account waits to be computed again. */
export async function markAllChanged(tx: Tx, ctx: Ctx): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const accounts = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM account WHERE workspace_id = ${workspaceId}::uuid
    UNION SELECT account_id FROM account_month WHERE workspace_id = ${workspaceId}::uuid`;
  const accountIds = accounts.map(({ id }) => id);
  const ids = accountIds.map(() => newId());
  await tx.$executeRaw`
    INSERT INTO facts_change (workspace_id, id, account_id)
    SELECT ${workspaceId}::uuid, t.id, t.account_id
    FROM unnest(${ids}::uuid[], ${accountIds}::uuid[]) AS t(id, account_id)
    ON CONFLICT DO NOTHING RETURNING id`;
}

/** Takes the waiting changes of up to `limit` accounts; what is appended meanwhile waits on. */
export async function takeChanges(tx: Tx, ctx: Ctx, limit: number): Promise<string[]> {
  const id = ctx.workspace.id;
  const rows = await tx.$queryRaw<{ accountId: string }[]>`
    DELETE FROM facts_change
    WHERE workspace_id = ${id}::uuid AND account_id IN (
      SELECT DISTINCT account_id FROM facts_change WHERE workspace_id = ${id}::uuid LIMIT ${limit})
    RETURNING account_id AS "accountId"`;
  return [...new Set(rows.map((row) => row.accountId))];
}
