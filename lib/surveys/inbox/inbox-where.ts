import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/generated/client";
import { addDays, instantOf } from "@/lib/format/calendar";
import { KEYS_BELOW_LINE } from "./answer-points";
import type { InboxFilter, InboxShow } from "./inbox-filter";
import { commentSql, wantsContactSql } from "./load-entries";

/** A search looks through the newest comments only, so that no search reads a table without end. */
const COMMENTS_SEARCHED = 20_000;

const BELOW = Prisma.sql`r.question || ' ' || (CASE r.question
    WHEN 'csat' THEN COALESCE(r.scale, '1-5') WHEN 'nps' THEN '0-10' ELSE '' END)
  || ' ' || COALESCE(r.value_code, r.value_number::text) = ANY(${KEYS_BELOW_LINE}::text[])`;
const NEEDS = Prisma.sql`cardinality(h.needs) > 0`;

function shown(workspaceId: string, show: InboxShow): Prisma.Sql[] {
  const comment = Prisma.sql`${commentSql(workspaceId)} IS NOT NULL`;
  switch (show) {
    case "all":
      return [];
    case "needs":
      return [NEEDS];
    case "below":
      return [BELOW];
    case "comment":
      return [comment];
    case "below_comment":
      return [BELOW, comment];
    case "contact":
      return [wantsContactSql(workspaceId)];
  }
}

/** Accounts and touchpoints of a colleague; of somebody who owns none, none. */
export function ownedBy(employeeId: string | null): Prisma.Sql {
  return Prisma.sql`(a.owner_id = ${employeeId}::uuid OR t.owner_id = ${employeeId}::uuid)`;
}

// strpos knows no wildcards: what is looked for is what was typed. ICU folds the case of all letters.
function said(workspaceId: string, q: string): Prisma.Sql {
  return Prisma.sql`r.invitation_id IN (
    SELECT found.invitation_id FROM (
      SELECT w.invitation_id, w.comment FROM response_event w
      WHERE w.workspace_id = ${workspaceId}::uuid AND w.class = 'confirmed'
        AND w.comment IS NOT NULL
      ORDER BY w.answered_at DESC LIMIT ${COMMENTS_SEARCHED}) AS found
    WHERE strpos(lower(found.comment COLLATE "und-x-icu"), lower(${q}::text COLLATE "und-x-icu")) > 0)`;
}

/**
 * The conditions of a filter on the rows of `loadEntries`.
 * @param accountIds of the segment; null where none is chosen
 */
export function inboxWhere(
  ctx: Ctx,
  filter: InboxFilter,
  accountIds: readonly string[] | null,
): Prisma.Sql {
  const { workspace, actor, asOf } = ctx;
  const all = [Prisma.sql`true`, ...shown(workspace.id, filter.show)];
  if (filter.whose === "mine") all.push(ownedBy(actor.type === "user" ? actor.employeeId : null));
  if (filter.state === "open") all.push(Prisma.sql`h.handled_at IS NULL`);
  if (filter.state === "handled") all.push(Prisma.sql`h.handled_at IS NOT NULL`);
  if (filter.survey) all.push(Prisma.sql`s.family_id = ${filter.survey}::uuid`);
  if (accountIds) all.push(Prisma.sql`r.account_id = ANY(${accountIds}::uuid[])`);
  if (filter.days !== "all") {
    const first = addDays(asOf, 1 - Number(filter.days));
    all.push(Prisma.sql`r.answered_at >= ${instantOf(workspace.timeZone, first, "00:00")}`);
  }
  if (filter.q !== "") all.push(said(workspace.id, filter.q));
  if (filter.after) {
    const { at, id } = filter.after;
    all.push(Prisma.sql`(r.answered_at, r.id) < (${at}, ${id}::uuid)`);
  }
  return Prisma.join(all, " AND ");
}
