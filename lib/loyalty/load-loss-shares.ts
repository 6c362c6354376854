import type { Tx } from "@/lib/db/with-workspace";
import { assessAt, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { type LossShares, lastWholeMonth, lossShares, meanInterval } from "@/lib/metrics";

type SpanRow = {
  state: "loyal" | "passive" | "latent" | "leaving" | "notKnown";
  openingMinor: number;
  closingMinor: number;
  spans: number;
};

const SPANS_PER_YEAR = 12;

/** The first month at whose close a whole year of orders lay behind. */
function firstMonthWithYear({ contexts, ordersToDay }: WorkspaceFacts): number {
  return ordersToDay === null ? 0 : contexts.dataFromMonth + 11;
}

/**
 * All spans of twelve months between two closes, by the state an account stood in at the first. Of an
 * account that was lost nothing is left, of the others as much as their own orders prove: a lumpy
 * buyer's thin year is no loss.
 */
function loadSpans(tx: Tx, facts: WorkspaceFacts, asOfDay: number): Promise<SpanRow[]> {
  const { workspaceId, units } = facts;
  const unknown = units.flatMap((unit) => (unit.head.hasUnknownRate ? [unit.id] : []));
  return tx.$queryRaw<SpanRow[]>`
    SELECT CASE opening.state WHEN 'not_known' THEN 'notKnown' ELSE opening.state END AS state,
      sum(opening.running_minor)::float8 AS "openingMinor",
      sum(CASE WHEN closing.state IS NULL THEN 0
        ELSE opening.running_minor * least(1, coalesce(closing.proven_ratio, 1)) END)::float8
        AS "closingMinor",
      count(*)::int AS spans
    FROM account_month opening
    LEFT JOIN account_month closing ON closing.workspace_id = opening.workspace_id
      AND closing.account_id = opening.account_id AND closing.month = opening.month + 12
      AND closing.workspace_id = ${workspaceId}::uuid
    WHERE opening.workspace_id = ${workspaceId}::uuid AND opening.state IS NOT NULL
      AND opening.running_minor > 0 AND opening.account_id <> ALL(${unknown}::uuid[])
      AND opening.month >= ${firstMonthWithYear(facts)}
      AND opening.month + 12 <= ${lastWholeMonth(asOfDay)}
    GROUP BY opening.state`;
}

/** What this workspace's own accounts lost within a year, by the state they stood in. */
export async function loadLossShares(
  tx: Tx,
  facts: WorkspaceFacts,
  asOfDay: number,
): Promise<LossShares> {
  const running = [...assessAt(facts, asOfDay).values()].flatMap(({ standing, revenue }) =>
    standing === null ? [] : [Math.max(0, revenue.runningMinor)],
  );
  const spans = (await loadSpans(tx, facts, asOfDay)).map((row) => ({
    state: row.state,
    openingMinor: row.openingMinor / SPANS_PER_YEAR,
    closingMinor: row.closingMinor / SPANS_PER_YEAR,
    accountYears: row.spans / SPANS_PER_YEAR,
  }));
  return lossShares(spans, meanInterval(running).value ?? 0);
}
