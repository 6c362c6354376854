import type { Tx } from "@/lib/db/with-workspace";

export type ReviewRows = {
  complaints: { subject: string; openedDay: number; solvedDay: number | null }[];
  promises: { made: number; kept: number; open: number; notKept: number };
};

/** Complaints and promises of the last 12 months. @param accountIds the account with its sites */
export async function loadReview(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  asOf: string,
): Promise<ReviewRows> {
  const complaints = await tx.$queryRaw<ReviewRows["complaints"]>`
    SELECT subject, opened_on - DATE '1970-01-01' AS "openedDay",
      CASE WHEN solved_on <= ${asOf}::date THEN solved_on - DATE '1970-01-01' END AS "solvedDay"
    FROM complaint
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ANY(${accountIds}::uuid[])
      AND opened_on <= ${asOf}::date AND opened_on > (${asOf}::date - INTERVAL '12 months')::date
    ORDER BY opened_on DESC, id DESC`;
  const [promises] = await tx.$queryRaw<ReviewRows["promises"][]>`
    SELECT count(*)::int AS made, count(*) FILTER (WHERE kept_on <= ${asOf}::date)::int AS kept,
      count(*) FILTER (WHERE broken_on <= ${asOf}::date
        OR (kept_on IS NULL AND broken_on IS NULL AND due_on < ${asOf}::date))::int AS "notKept",
      count(*) FILTER (WHERE coalesce(kept_on, broken_on) IS NULL
        AND due_on >= ${asOf}::date)::int AS open
    FROM promise
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ANY(${accountIds}::uuid[])
      AND made_on <= ${asOf}::date AND made_on > (${asOf}::date - INTERVAL '12 months')::date`;
  return { complaints, promises: promises ?? { made: 0, kept: 0, open: 0, notKept: 0 } };
}
