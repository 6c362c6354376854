import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Reader } from "@/lib/db/with-workspace-sql";
import { dateIn, dayNumber } from "@/lib/format/calendar";
import { lastWholeMonth } from "@/lib/metrics";

/** Raised when the way facts are computed changes: then everything is computed again. */
export const FACTS_VERSION = 6;

export type FactsState = {
  epoch: number;
  refreshedAt: Date;
  definitionVersion: number;
  /** First whole month the orders cover, as the facts were computed; null without orders. */
  firstMonth: number | null;
  /** False while facts are built for the first time, or anew: sums over them would be too small. */
  isComplete: boolean;
};

type Row = Omit<FactsState, "epoch"> & { epoch: bigint | string };

function toState(row: Row): FactsState {
  const { refreshedAt, definitionVersion, firstMonth, isComplete } = row;
  return { epoch: Number(row.epoch), refreshedAt, definitionVersion, firstMonth, isComplete };
}

/** Facts computed in an older way are no basis for anything. */
export function isOfOldKind(state: FactsState | null): boolean {
  return state === null || state.definitionVersion < FACTS_VERSION;
}

/** A newer version has begun its work beside this one: its facts are not for this one to read or to replace. */
export function isOfNewerKind(state: FactsState | null): boolean {
  return state !== null && state.definitionVersion > FACTS_VERSION;
}

/** A month that ended since adds a row to every account; another definition changes all of them. */
export function isOutdated(state: FactsState | null, ctx: Ctx): boolean {
  if (state === null || isOfOldKind(state)) return true;
  if (ctx.workspace.figuresAsOf !== null) return false;
  const then = dayNumber(dateIn(ctx.workspace.timeZone, state.refreshedAt));
  return lastWholeMonth(dayNumber(ctx.asOf)) > lastWholeMonth(then);
}

export type StateRead = { state: FactsState | null; hasChanges: boolean };

/** Where the facts stand, null where they were never built, and whether any account waits. */
export async function readState(tx: Reader, ctx: Ctx): Promise<StateRead> {
  const id = ctx.workspace.id;
  const [row] = await tx.$queryRaw<(Row & { hasChanges: boolean })[]>`
    SELECT epoch, refreshed_at AS "refreshedAt", definition_version AS "definitionVersion",
      first_month AS "firstMonth", complete_since IS NOT NULL AS "isComplete",
      EXISTS (SELECT 1 FROM facts_change WHERE workspace_id = ${id}::uuid) AS "hasChanges"
    FROM facts_state WHERE workspace_id = ${id}::uuid`;
  return { state: row ? toState(row) : null, hasChanges: row?.hasChanges ?? true };
}

/** Holds the workspace's state until the transaction ends: one refresher at a time. */
export async function lockState(tx: Reader, ctx: Ctx): Promise<FactsState | null> {
  const id = ctx.workspace.id;
  const made = await tx.$queryRaw<{ workspace_id: string }[]>`
    INSERT INTO facts_state (workspace_id, epoch, definition_version, refreshed_at)
    VALUES (${id}::uuid, 0, ${FACTS_VERSION}, ${ctx.now})
    ON CONFLICT (workspace_id) DO NOTHING RETURNING workspace_id`;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT epoch, refreshed_at AS "refreshedAt", definition_version AS "definitionVersion",
      first_month AS "firstMonth", complete_since IS NOT NULL AS "isComplete"
    FROM facts_state WHERE workspace_id = ${id}::uuid FOR UPDATE`;
  return made.length > 0 || !row ? null : toState(row);
}

/**
 * @param facts the epoch they were written under, the first month they were computed with, and whether
 *   facts of before, under which other accounts may still stand, are no basis any more
 */
export async function writeState(
  tx: Reader,
  ctx: Ctx,
  facts: { epoch: number; firstMonth: number | null; isAnew: boolean },
): Promise<void> {
  await tx.$queryRaw`
    UPDATE facts_state
    SET epoch = ${facts.epoch}, definition_version = ${FACTS_VERSION}, refreshed_at = ${ctx.now},
      first_month = ${facts.firstMonth}::int,
      complete_since = CASE WHEN ${facts.isAnew}::boolean THEN NULL ELSE complete_since END
    WHERE workspace_id = ${ctx.workspace.id}::uuid RETURNING epoch`;
}

/** Nothing waits any more: every account has its facts. */
export async function markComplete(tx: Reader, ctx: Ctx): Promise<void> {
  await tx.$queryRaw`
    UPDATE facts_state SET complete_since = ${ctx.now}
    WHERE workspace_id = ${ctx.workspace.id}::uuid AND complete_since IS NULL RETURNING epoch`;
}

/** Every account waits to be computed again. */
export async function markAllChanged(tx: Reader, ctx: Ctx): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const accounts = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM account WHERE workspace_id = ${workspaceId}::uuid
    UNION SELECT account_id FROM account_history WHERE workspace_id = ${workspaceId}::uuid
    UNION SELECT DISTINCT account_id FROM account_month WHERE workspace_id = ${workspaceId}::uuid`;
  const accountIds = accounts.map(({ id }) => id);
  const ids = accountIds.map(() => newId());
  await tx.$queryRaw`
    INSERT INTO facts_change (workspace_id, id, account_id)
    SELECT ${workspaceId}::uuid, t.id, t.account_id
    FROM unnest(${ids}::uuid[], ${accountIds}::uuid[]) AS t(id, account_id)
    ON CONFLICT DO NOTHING RETURNING id`;
}

/**
 * Takes the waiting changes of up to `limit` accounts, the newest first: an answer of this minute does
 * not wait behind an import of a million rows. What is appended meanwhile waits on.
 */
export async function takeChanges(tx: Reader, ctx: Ctx, limit: number): Promise<string[]> {
  const id = ctx.workspace.id;
  const newest = await tx.$queryRaw<{ accountId: string }[]>`
    SELECT account_id AS "accountId" FROM facts_change WHERE workspace_id = ${id}::uuid
    ORDER BY id DESC LIMIT ${limit}::int`;
  const accountIds = [...new Set(newest.map((row) => row.accountId))];
  // The ids as a list: a join here looks through all of them for each waiting row where many came at once.
  await tx.$queryRaw`
    DELETE FROM facts_change
    WHERE workspace_id = ${id}::uuid AND account_id = ANY(${accountIds}::uuid[])`;
  return accountIds;
}
