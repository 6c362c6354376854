import type { Reader } from "@/lib/db/with-workspace-sql";
import type { AccountMonthRow } from "./build-account-months";

const ROWS_PER_STATEMENT = 5_000;

function slices<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT)
    parts.push(rows.slice(at, at + ROWS_PER_STATEMENT));
  return parts;
}

async function insertMonths(tx: Reader, workspaceId: string, rows: readonly AccountMonthRow[]) {
  const of = <Key extends keyof AccountMonthRow>(key: Key) => rows.map((row) => row[key]);
  // Arrays of arrays cannot be unnested row by row: the ids travel as one text.
  const types = rows.map((row) => row.productTypeIds.join(","));
  await tx.$queryRaw`
    INSERT INTO account_month (workspace_id, account_id, month, order_minor, order_square_sum,
      order_days, order_count, chosen_minor, automatic_minor, list_minor, discounted_list_minor,
      margin_minor, recurring_minor, product_type_ids, complaints, nps_answers, csat_answers,
      lost_marks, won_back_marks, behaviour, attitude, state)
    SELECT ${workspaceId}::uuid, t.account_id, t.month, t.order_minor, t.order_square_sum,
      t.order_days, t.order_count, t.chosen_minor, t.automatic_minor, t.list_minor,
      t.discounted_list_minor, t.margin_minor, t.recurring_minor,
      string_to_array(nullif(t.types, ''), ',')::uuid[], t.complaints, t.nps_answers,
      t.csat_answers, t.lost_marks, t.won_back_marks, t.behaviour, t.attitude, t.state
    FROM unnest(${of("accountId")}::uuid[], ${of("month")}::int[], ${of("orderMinor")}::bigint[],
      ${of("orderSquareSum")}::float8[], ${of("orderDays")}::int[], ${of("orderCount")}::int[],
      ${of("chosenMinor")}::bigint[], ${of("automaticMinor")}::bigint[],
      ${of("listMinor")}::bigint[], ${of("discountedListMinor")}::bigint[],
      ${of("marginMinor")}::bigint[], ${of("recurringMinor")}::bigint[], ${types}::text[],
      ${of("complaints")}::int[], ${of("npsAnswers")}::int[], ${of("csatAnswers")}::int[],
      ${of("lostMarks")}::int[], ${of("wonBackMarks")}::int[], ${of("behaviour")}::float8[],
      ${of("attitude")}::float8[], ${of("state")}::text[])
      AS t(account_id, month, order_minor, order_square_sum, order_days, order_count, chosen_minor,
        automatic_minor, list_minor, discounted_list_minor, margin_minor, recurring_minor, types,
        complaints, nps_answers, csat_answers, lost_marks, won_back_marks, behaviour, attitude,
        state)
    ON CONFLICT DO NOTHING RETURNING account_id`;
}

export type HistoryRow = {
  accountId: string;
  /** The account whose dot it is part of, itself where it decides; null for one that is gone. */
  deciderId: string | null;
  /** Null where another account decides. */
  history: Buffer | null;
};

async function upsertHistories(
  tx: Reader,
  workspaceId: string,
  epoch: number,
  rows: readonly HistoryRow[],
) {
  await tx.$queryRaw`
    INSERT INTO account_history (workspace_id, account_id, epoch, decider_id, history)
    SELECT ${workspaceId}::uuid, t.account_id, ${epoch}::bigint, t.decider_id, t.history
    FROM unnest(${rows.map((row) => row.accountId)}::uuid[],
      ${rows.map((row) => row.deciderId)}::uuid[],
      ${rows.map(({ history }) => history && `\\x${history.toString("hex")}`)}::bytea[])
      AS t(account_id, decider_id, history)
    ON CONFLICT (workspace_id, account_id)
      DO UPDATE SET epoch = EXCLUDED.epoch, decider_id = EXCLUDED.decider_id,
        history = EXCLUDED.history
    RETURNING account_id`;
}

/** Puts these facts in the place of all that the accounts of `histories` had. */
export async function writeAccountFacts(
  tx: Reader,
  workspaceId: string,
  facts: {
    epoch: number;
    histories: readonly HistoryRow[];
    months: readonly AccountMonthRow[];
  },
): Promise<void> {
  const accountIds = facts.histories.map((row) => row.accountId);
  await tx.$queryRaw`
    DELETE FROM account_month
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ANY(${accountIds}::uuid[])`;
  for (const part of slices(facts.months)) await insertMonths(tx, workspaceId, part);
  // One order for all writers: two of them never wait for each other in a circle.
  const histories = [...facts.histories].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  for (const part of slices(histories)) await upsertHistories(tx, workspaceId, facts.epoch, part);
}
