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
 * buyer's thin year is no loss.
 */
function loadSpans(tx: Tx, facts: WorkspaceFacts): Promise<SpanRow[]> {
  const { workspaceId, units } = facts;
  const unknown = units.flatMap((unit) => (unit.head.hasUnknownRate ? [unit.id] : []));
  return tx.$queryRaw<SpanRow[]>`
    SELECT opening.month + 12 AS "lastMonth",
      CASE opening.state WHEN 'not_known' THEN 'notKnown' ELSE opening.state END AS state,
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
    GROUP BY opening.month, opening.state ORDER BY opening.month, opening.state`;
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
