import type { Tx } from "@/lib/db/with-workspace";
import { isoOfDay } from "@/lib/format/calendar";
import type { OrderDay } from "./account-columns";
import type { AccountMonthRow } from "./build-account-months";

export type OrderDayRow = OrderDay & { accountId: string };

const ROWS_PER_STATEMENT = 5_000;

function slices<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT)
    parts.push(rows.slice(at, at + ROWS_PER_STATEMENT));
  return parts;
}

async function insertMonths(tx: Tx, workspaceId: string, rows: readonly AccountMonthRow[]) {
  const of = <Key extends keyof AccountMonthRow>(key: Key) => rows.map((row) => row[key]);
  // Arrays of arrays cannot be unnested row by row: the ids travel as one text.
  const types = rows.map((row) => row.productTypeIds.join(","));
  await tx.$executeRaw`
    INSERT INTO account_month (workspace_id, account_id, month, order_minor, order_square_sum,
      order_days, order_count, chosen_minor, automatic_minor, list_minor, discounted_list_minor,
      margin_minor, recurring_minor, product_type_ids, complaints, nps_answers, csat_answers,
      lost_marks, won_back_marks, behaviour, attitude, state, running_minor, proven_ratio)
    SELECT ${workspaceId}::uuid, t.account_id, t.month, t.order_minor, t.order_square_sum,
      t.order_days, t.order_count, t.chosen_minor, t.automatic_minor, t.list_minor,
      t.discounted_list_minor, t.margin_minor, t.recurring_minor,
      string_to_array(nullif(t.types, ''), ',')::uuid[], t.complaints, t.nps_answers,
      t.csat_answers, t.lost_marks, t.won_back_marks, t.behaviour, t.attitude, t.state,
      t.running_minor, t.proven_ratio
    FROM unnest(${of("accountId")}::uuid[], ${of("month")}::int[], ${of("orderMinor")}::bigint[],
      ${of("orderSquareSum")}::float8[], ${of("orderDays")}::int[], ${of("orderCount")}::int[],
      ${of("chosenMinor")}::bigint[], ${of("automaticMinor")}::bigint[],
      ${of("listMinor")}::bigint[], ${of("discountedListMinor")}::bigint[],
      ${of("marginMinor")}::bigint[], ${of("recurringMinor")}::bigint[], ${types}::text[],
      ${of("complaints")}::int[], ${of("npsAnswers")}::int[], ${of("csatAnswers")}::int[],
      ${of("lostMarks")}::int[], ${of("wonBackMarks")}::int[], ${of("behaviour")}::float8[],
      ${of("attitude")}::float8[], ${of("state")}::text[], ${of("runningMinor")}::bigint[],
      ${of("provenRatio")}::float8[])
      AS t(account_id, month, order_minor, order_square_sum, order_days, order_count, chosen_minor,
        automatic_minor, list_minor, discounted_list_minor, margin_minor, recurring_minor, types,
        complaints, nps_answers, csat_answers, lost_marks, won_back_marks, behaviour, attitude,
        state, running_minor, proven_ratio)
    ON CONFLICT DO NOTHING RETURNING account_id`;
}

async function insertDays(tx: Tx, workspaceId: string, rows: readonly OrderDayRow[]) {
  await tx.$executeRaw`
    INSERT INTO account_order_day (workspace_id, account_id, ordered_on, amount_minor, is_active)
    SELECT ${workspaceId}::uuid, t.account_id, t.ordered_on, t.amount_minor, t.is_active
    FROM unnest(${rows.map((row) => row.accountId)}::uuid[],
      ${rows.map((row) => isoOfDay(row.day))}::date[],
      ${rows.map((row) => row.amountMinor)}::bigint[],
      ${rows.map((row) => row.isActive)}::boolean[])
      AS t(account_id, ordered_on, amount_minor, is_active)
    ON CONFLICT DO NOTHING RETURNING account_id`;
}

/** Puts these rows in the place of all rows the accounts had. */
export async function writeAccountFacts(
  tx: Tx,
  workspaceId: string,
  accountIds: readonly string[],
  facts: { months: readonly AccountMonthRow[]; days: readonly OrderDayRow[] },
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM account_month
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ANY(${accountIds}::uuid[])`;
  await tx.$executeRaw`
    DELETE FROM account_order_day
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ANY(${accountIds}::uuid[])`;
  for (const part of slices(facts.months)) await insertMonths(tx, workspaceId, part);
  for (const part of slices(facts.days)) await insertDays(tx, workspaceId, part);
}
