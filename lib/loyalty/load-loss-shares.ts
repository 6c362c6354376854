import type { Tx } from "@/lib/db/with-workspace";
import { groupBy } from "@/lib/facts/group-by";
import { assessAt, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { type LossShares, lastWholeMonth, lossShares, meanInterval } from "@/lib/metrics";
import { perEpochLoaded } from "./per-epoch";

type SpanRow = {
  /** At whose close they end. */
  lastMonth: number;
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
 * buyer's thin year is no loss. Joined with itself the table was read once per row wherever the planner
 * took a small workspace beside a large one for empty.
 */
function loadSpans(tx: Tx, facts: WorkspaceFacts): Promise<SpanRow[]> {
  const { workspaceId, units } = facts;
  const unknown = units.flatMap((unit) => (unit.head.hasUnknownRate ? [unit.id] : []));
  return tx.$queryRaw<SpanRow[]>`
    SELECT month + 12 AS "lastMonth",
      CASE state WHEN 'not_known' THEN 'notKnown' ELSE state END AS state,
      sum(running_minor)::float8 AS "openingMinor",
      sum(CASE WHEN closing_state IS NULL THEN 0
        ELSE running_minor * least(1, coalesce(closing_proven_ratio, 1)) END)::float8
        AS "closingMinor",
      count(*)::int AS spans
    FROM (
      SELECT month, state, running_minor, first_value(state) OVER a_year_later AS closing_state,
        first_value(proven_ratio) OVER a_year_later AS closing_proven_ratio
      FROM account_month
      WHERE workspace_id = ${workspaceId}::uuid AND account_id <> ALL(${unknown}::uuid[])
        AND month >= ${firstMonthWithYear(facts)}
      WINDOW a_year_later AS (
        PARTITION BY account_id ORDER BY month RANGE BETWEEN 12 FOLLOWING AND 12 FOLLOWING)
    ) opening
    WHERE state IS NOT NULL AND running_minor > 0
    GROUP BY month, state ORDER BY month, state`;
}

function addUp(rows: readonly SpanRow[]): SpanRow {
  return rows.reduce((a, b) => ({
    ...b,
    openingMinor: a.openingMinor + b.openingMinor,
    closingMinor: a.closingMinor + b.closingMinor,
    spans: a.spans + b.spans,
  }));
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
  const all = await perEpochLoaded(facts, "loss spans", () => loadSpans(tx, facts));
  const past = all.filter(({ lastMonth }) => lastMonth <= lastWholeMonth(asOfDay));
  const spans = [...groupBy(past, ({ state }) => state).values()].map(addUp).map((row) => ({
    state: row.state,
    openingMinor: row.openingMinor / SPANS_PER_YEAR,
    closingMinor: row.closingMinor / SPANS_PER_YEAR,
    accountYears: row.spans / SPANS_PER_YEAR,
  }));
  return lossShares(spans, meanInterval(running).value ?? 0);
}
