import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { addDays, instantOf } from "@/lib/format/calendar";
import { ownedBy } from "./inbox-where";

/** More are not counted; the navigation says "99+". */
export const MOST_COUNTED = 100;
/** What nobody saw to for longer is history, and would bury what is new. */
const DAYS = 90;

/**
 * Open answers that need somebody, for the navigation: of the accounts and touchpoints one owns;
 * of all for an admin who owns none. Admins are told of drops of relative advantage too.
 */
export async function getOpenAnswerCount({ ctx }: { ctx: Ctx }): Promise<number> {
  requirePermission(ctx, "account:read");
  const { actor, workspace, asOf } = ctx;
  const employeeId = actor.type === "user" ? actor.employeeId : null;
  const isAdmin = actor.type === "user" && actor.role === "admin";
  const since = instantOf(workspace.timeZone, addDays(asOf, 1 - DAYS), "00:00");
  return withWorkspace(ctx, async (tx) => {
    const [row] = await tx.$queryRaw<{ open: number }[]>`
      WITH open AS (
        SELECT h.invitation_id FROM answer_handling h
        JOIN invitation i ON i.workspace_id = h.workspace_id AND i.id = h.invitation_id
        JOIN survey s ON s.workspace_id = i.workspace_id AND s.id = i.survey_id
        LEFT JOIN account a ON a.workspace_id = ${workspace.id}::uuid AND a.id = i.account_id
        LEFT JOIN touchpoint t ON t.workspace_id = ${workspace.id}::uuid AND t.id = s.touchpoint_id
        WHERE h.workspace_id = ${workspace.id}::uuid AND h.handled_at IS NULL
          AND cardinality(h.needs) > 0
          AND EXISTS (SELECT 1 FROM response_event r
            WHERE r.workspace_id = ${workspace.id}::uuid AND r.invitation_id = h.invitation_id
              AND r.class = 'confirmed' AND r.answered_at >= ${since})
          AND (${ownedBy(employeeId)} OR ${isAdmin} AND NOT EXISTS (
            SELECT 1 FROM account own
            WHERE own.workspace_id = ${workspace.id}::uuid
              AND own.owner_id = ${employeeId}::uuid))
        LIMIT ${MOST_COUNTED})
      SELECT ((SELECT count(*) FROM open) + (
        SELECT count(*) FROM advantage_watch w
        LEFT JOIN segment s
          ON s.workspace_id = ${workspace.id}::uuid AND s.id = w.scope_id AND s.archived_at IS NULL
        WHERE ${isAdmin} AND w.workspace_id = ${workspace.id}::uuid AND w.dropped IS NOT NULL
          AND (s.id IS NOT NULL OR w.scope_id = w.workspace_id)
          AND w.handled_at IS NULL AND w.told_on >= ${addDays(asOf, 1 - DAYS)}::date))::int AS open`;
    return row?.open ?? 0;
  });
}
