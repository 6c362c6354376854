import type { Tx } from "@/lib/db/with-workspace";
import { dateIn, instantOf, isoOfMonth, monthNumber } from "@/lib/format/calendar";

/** The calendar quarter a day lies in: its first day, and the first day after it. */
export function quarterOf(iso: string): { from: string; until: string } {
  const month = monthNumber(iso);
  const first = month - (month % 3);
  return { from: isoOfMonth(first), until: isoOfMonth(first + 3) };
}

/**
 * How many invitations each account has in the present quarter, by mails that went out or are going
 * out. @param counting as in `loadLastAsked`.
 */
export async function loadAccountAsks(
  tx: Tx,
  { workspace, now }: { workspace: { id: string; timeZone: string }; now: Date },
  accountIds: readonly string[],
  counting: "planned" | "claimed",
  exceptInvitationId: string | null = null,
): Promise<Map<string, number>> {
  const states = ["claimed", "handed", "sent", "uncertain"];
  if (counting === "planned") states.push("pending", "paused");
  const { from, until } = quarterOf(dateIn(workspace.timeZone, now));
  const since = instantOf(workspace.timeZone, from, "00:00");
  const before = instantOf(workspace.timeZone, until, "00:00");
  const rows = await tx.$queryRaw<{ accountId: string; asks: number }[]>`
    SELECT i.account_id AS "accountId", count(*)::int AS asks
    FROM invitation i
    WHERE i.workspace_id = ${workspace.id}::uuid AND i.account_id = ANY(${accountIds}::uuid[])
      AND i.id IS DISTINCT FROM ${exceptInvitationId}::uuid AND i.skipped_reason IS NULL
      AND (i.delivered_at >= ${since} AND i.delivered_at < ${before} OR EXISTS (
        SELECT 1 FROM mail_outbox m
        WHERE m.workspace_id = ${workspace.id}::uuid AND m.invitation_id = i.id
          AND m.kind = 'survey' AND m.state = ANY(${states})
          AND GREATEST(m.due_at, i.created_at) >= ${since} AND m.due_at < ${before}))
    GROUP BY i.account_id`;
  return new Map(rows.map((row) => [row.accountId, row.asks]));
}
