import type { Ctx } from "@/lib/auth/ctx";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { withFacts } from "@/lib/facts/with-facts";
import { addDays, dateIn, dayNumber, instantOf } from "@/lib/format/calendar";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import type { AdvantageAlert } from "@/lib/mail/mail-kinds";
import { loadInboxReaders } from "@/lib/surveys/inbox/inbox-readers";
import { enqueueEvents, type OutgoingEvent } from "@/lib/webhooks/enqueue-event";
import { loadAdvantage } from "../drivers/load-advantage";
import type { AdvantageDto } from "../drivers.types";

const AT = "07:30";
// The half year a drop is measured over: what is seen again within it is the same drop.
const SAME_DROP_DAYS = 183;

/** Today, once its hour has come; of data that stand still nobody is told. */
function dayOf({ workspace, now }: Ctx): string | null {
  if (workspace.figuresAsOf !== null) return null;
  const today = dateIn(workspace.timeZone, now);
  return instantOf(workspace.timeZone, today, AT) <= now ? today : null;
}

/** Asked before the facts are opened: every answer wakes the worker, and there is one look a day. */
async function hasLooked(tx: Tx, workspaceId: string, today: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM advantage_watch
    WHERE workspace_id = ${workspaceId}::uuid AND scope_id = ${workspaceId}::uuid
      AND looked_on >= ${today}::date`;
  return rows.length > 0;
}

/** @returns whether this worker is the one that looks today */
async function take(tx: Tx, workspaceId: string, today: string): Promise<boolean> {
  const taken = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO advantage_watch AS w (workspace_id, scope_id, looked_on)
    VALUES (${workspaceId}::uuid, ${workspaceId}::uuid, ${today}::date)
    ON CONFLICT (workspace_id, scope_id) DO UPDATE SET looked_on = EXCLUDED.looked_on
    WHERE w.looked_on < EXCLUDED.looked_on
    RETURNING w.scope_id AS id`;
  return taken.length > 0;
}

/** Notes where a drop is seen today. @returns the scopes in which it is a new one */
async function seeDrops(
  tx: Tx,
  workspaceId: string,
  scopes: readonly string[],
  today: string,
): Promise<Set<string>> {
  const seen = await tx.$queryRaw<{ id: string; isNew: boolean }[]>`
    INSERT INTO advantage_watch AS w (workspace_id, scope_id, looked_on, seen_on, told_on)
    SELECT ${workspaceId}::uuid, scope, ${today}::date, ${today}::date, ${today}::date
    FROM unnest(${[...scopes]}::uuid[]) AS scope
    ON CONFLICT (workspace_id, scope_id) DO UPDATE SET
      looked_on = EXCLUDED.looked_on,
      seen_on = EXCLUDED.seen_on,
      told_on = CASE WHEN w.seen_on >= ${addDays(today, -SAME_DROP_DAYS)}::date
        THEN w.told_on ELSE EXCLUDED.told_on END
    RETURNING w.scope_id AS id, w.told_on = w.seen_on AS "isNew"`;
  return new Set(seen.flatMap(({ id, isNew }) => (isNew ? [id] : [])));
}

function alertOf({ segment, better, change }: AdvantageDto): AdvantageAlert[] {
  if (better.value === null || change === null || change.value === null) return [];
  return [{ segment, better, change }];
}

/** For the inbox: open until somebody saw to it. */
async function keepDrops(tx: Tx, workspaceId: string, alerts: readonly AdvantageAlert[]) {
  const scopes = alerts.map(({ segment }) => segment?.id ?? workspaceId);
  const dropped = alerts.map(({ better, change }) => JSON.stringify({ better, change }));
  await tx.$executeRaw`
    UPDATE advantage_watch w
    SET dropped = t.dropped::jsonb, handled_at = NULL, handled_by_id = NULL
    FROM unnest(${scopes}::uuid[], ${dropped}::text[]) AS t(scope, dropped)
    WHERE w.workspace_id = ${workspaceId}::uuid AND w.scope_id = t.scope`;
}

function eventOf({ segment, better, change }: AdvantageAlert, on: string): OutgoingEvent {
  const segmentId = segment?.id ?? null;
  const key = `advantage:${segmentId ?? "all"}:${on}`;
  return { kind: "advantage.dropped", key, data: { segmentId, on, better, change } };
}

/**
 * Who configures the workspace is told of a real drop, and systems that want to know, once for each
 * drop. @returns how many mails
 */
async function tell(tx: Tx, ctx: Ctx, drops: readonly AdvantageDto[], on: string): Promise<number> {
  const alerts = drops.flatMap(alertOf);
  if (alerts.length === 0) return 0;
  await keepDrops(tx, ctx.workspace.id, alerts);
  await enqueueEvents(
    tx,
    ctx,
    alerts.map((alert) => eventOf(alert, on)),
  );
  const admins = (await loadInboxReaders(tx, ctx.workspace.id)).filter(({ isAdmin }) => isAdmin);
  for (const { employeeId } of admins)
    await enqueueMail(tx, ctx, { kind: "advantage", employeeId, payload: { alerts } });
  return admins.length;
}

/**
 * Looks once a day whether customers of a segment, or of all, surely think less of us beside their
 * alternatives than half a year ago.
 * @returns how many mails were written
 */
export async function writeAdvantageAlerts(ctx: Ctx): Promise<number> {
  const today = dayOf(ctx);
  if (today === null) return 0;
  const { id } = ctx.workspace;
  if (await withWorkspace(ctx, (tx) => hasLooked(tx, id, today))) return 0;
  return withFacts(ctx, async (tx, facts) => {
    if (!(await take(tx, id, today))) return 0;
    const advantage = await loadAdvantage(tx, ctx, facts, facts.units, dayNumber(ctx.asOf));
    const drops = advantage.filter(({ isRealDrop }) => isRealDrop);
    const scopeOf = ({ segment }: AdvantageDto) => segment?.id ?? id;
    if (drops.length === 0) return 0;
    const fresh = await seeDrops(tx, id, drops.map(scopeOf), today);
    return tell(
      tx,
      ctx,
      drops.filter((drop) => fresh.has(scopeOf(drop))),
      today,
    );
  });
}
