import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/with-workspace";
import { addDays } from "@/lib/format/calendar";
import type { AdvantageAlert } from "@/lib/mail/mail-kinds";
import type { InboxFilter } from "./inbox-filter";

/** A real drop of relative advantage, as it was told; no segment means all accounts. */
export type DropDto = AdvantageAlert & {
  /** Of the segment, or of the workspace. */
  scopeId: string;
  /** ISO day. */
  on: string;
  handled: { by: string | null } | null;
};

const DROPS_SHOWN = 20;

type Row = Pick<DropDto, "scopeId" | "on"> & {
  dropped: Pick<AdvantageAlert, "better" | "change">;
  segmentName: string | null;
  isHandled: boolean;
  handledBy: string | null;
};

/** They are nobody's account and have no comment: filters by those leave them out, like later pages. */
function hasDrops({ actor }: Ctx, filter: InboxFilter): boolean {
  const isAdmin = actor.type === "user" && actor.role === "admin";
  return (
    (filter.whose === "all" || isAdmin) &&
    (filter.show === "all" || filter.show === "needs") &&
    filter.survey === null &&
    filter.q === "" &&
    filter.after === null
  );
}

/** The drops that a filter of the inbox lets through, newest first. */
export async function loadDrops(tx: Tx, ctx: Ctx, filter: InboxFilter): Promise<DropDto[]> {
  if (!hasDrops(ctx, filter)) return [];
  const ws = Prisma.sql`${ctx.workspace.id}::uuid`;
  const days = filter.days === "all" ? null : Number(filter.days);
  const since = days === null ? null : addDays(ctx.asOf, 1 - days);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT w.scope_id AS "scopeId", w.told_on::text AS "on", w.dropped, s.name AS "segmentName",
      w.handled_at IS NOT NULL AS "isHandled", u.name AS "handledBy"
    FROM advantage_watch w
    LEFT JOIN segment s ON s.workspace_id = ${ws} AND s.id = w.scope_id AND s.archived_at IS NULL
    LEFT JOIN app_user u ON u.id = w.handled_by_id
    WHERE w.workspace_id = ${ws} AND w.dropped IS NOT NULL
      AND (w.scope_id = ${ws} OR s.id IS NOT NULL)
      AND (${filter.segment}::uuid IS NULL OR w.scope_id = ${filter.segment}::uuid)
      AND (${since}::date IS NULL OR w.told_on >= ${since}::date)
      AND (${filter.state} = 'all' OR (w.handled_at IS NULL) = (${filter.state} = 'open'))
    ORDER BY w.told_on DESC, s.name NULLS FIRST, w.scope_id
    LIMIT ${DROPS_SHOWN}`;
  return rows.map(({ dropped, segmentName, isHandled, handledBy, ...row }) => ({
    ...row,
    better: dropped.better,
    change: dropped.change,
    segment: segmentName === null ? null : { id: row.scopeId, name: segmentName },
    handled: isHandled ? { by: handledBy } : null,
  }));
}
