import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { dayNumber } from "@/lib/format/calendar";
import {
  type AccountHistory,
  accountStanding,
  defaultLoyaltySettings,
  type LoyaltyContext,
  lastWholeMonth,
} from "@/lib/metrics";
import { type OrderColumns, orderColumns } from "./account-columns";
import { type AccountMonthRow, buildAccountMonths, closeOfMonth } from "./build-account-months";
import { buildHistory, rowsByAccount } from "./build-history";
import { roundHalfEven } from "./currency";
import { decidingUnits } from "./deciding-units";
import { groupBy } from "./group-by";
import type { HistoryFrame } from "./history-frame";
import { loadAccountRows, loadAccounts } from "./load-account-rows";
import { firstWholeMonth, loadFirstOrderDay, loadOrderGroups } from "./load-orders";
import { loadRates } from "./load-rates";
import type { Scope } from "./scope";
import { writeAccountFacts } from "./write-account-facts";

// Three years of accounts that stood somewhere, each with the year after it.
const STATE_MONTHS = 48;
const HORIZON_DAYS = 400;
const NOTHING: OrderColumns = { months: [], days: [] };

const STATE_NAMES = {
  loyal: "loyal",
  passive: "passive",
  latent: "latent",
  leaving: "leaving",
  notKnown: "not_known",
} as const;

/** The frame in which a workspace's amounts stand at an as-of date. */
export async function loadFrame(tx: Tx, ctx: Ctx): Promise<HistoryFrame> {
  const asOfDay = dayNumber(ctx.asOf);
  return {
    rates: await loadRates(tx, ctx.workspace.currency),
    rateMonth: lastWholeMonth(asOfDay),
    horizonDay: asOfDay + HORIZON_DAYS,
  };
}

export function loyaltyContext(firstOrderDay: number | null, rateMonth: number): LoyaltyContext {
  const dataFromMonth = firstOrderDay === null ? rateMonth + 1 : firstWholeMonth(firstOrderDay);
  return { dataFromMonth, settings: defaultLoyaltySettings };
}

function stateAt(history: AccountHistory, month: number, context: LoyaltyContext) {
  const at = accountStanding(history, closeOfMonth(month), context);
  if (at.standing === null) return {};
  return {
    behaviour: at.behaviour.score,
    attitude: at.attitude.score,
    state: STATE_NAMES[at.standing.state],
    runningMinor: roundHalfEven(at.revenue.runningMinor),
    provenRatio: at.behaviour.kept.provenRatio,
  };
}

/** Loyalty state at each month's close, for the rows of the account that decides. */
function withStates(
  rows: readonly AccountMonthRow[],
  history: AccountHistory,
  context: LoyaltyContext,
  lastMonth: number,
): AccountMonthRow[] {
  return rows.map((row) =>
    row.month > lastMonth - STATE_MONTHS && row.month <= lastMonth
      ? { ...row, ...stateAt(history, row.month, context) }
      : row,
  );
}

/** Facts of these accounts, and of those whose dot they share, from the rows alone. */
export async function recomputeAccounts(
  tx: Tx,
  ctx: Ctx,
  changedIds: readonly string[],
): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const all: Scope = { tx, workspaceId, timeZone: ctx.workspace.timeZone, accountIds: null };
  const accounts = await loadAccounts(all);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const changed = new Set(changedIds);
  const units = decidingUnits(accounts).filter((unit) =>
    unit.memberIds.some((id) => changed.has(id)),
  );
  const memberIds = units.flatMap((unit) => unit.memberIds);
  const scope = { ...all, accountIds: memberIds };
  const frame = await loadFrame(tx, ctx);
  const rows = rowsByAccount(await loadAccountRows(scope));
  const groups = groupBy(await loadOrderGroups(scope), (row) => row.accountId);
  const columns = new Map(
    [...groups].map(([id, own]) => [id, orderColumns(own, frame.rates)] as const),
  );
  const firstDay = await loadFirstOrderDay(all);
  const context = loyaltyContext(firstDay, frame.rateMonth);
  const columnsOf = (id: string) => columns.get(id) ?? NOTHING;
  const lastMonth = frame.rateMonth;
  const monthsOf = (id: string, fromMonth: number) => {
    const account = byId.get(id);
    if (!account) return [];
    return buildAccountMonths(account, columnsOf(id), rows, { ...frame, lastMonth, fromMonth });
  };
  const months = units.flatMap((unit) => {
    const members = unit.memberIds.flatMap((id) => byId.get(id) ?? []);
    const history = buildHistory(members, columnsOf, rows, frame);
    const sites = unit.memberIds.slice(1).map((id) => monthsOf(id, Number.POSITIVE_INFINITY));
    // The deciding account carries the state of all its sites, from the first month of any of them.
    const first = Math.min(...sites.flatMap((own) => own[0]?.month ?? []));
    return [...withStates(monthsOf(unit.id, first), history, context, lastMonth), ...sites.flat()];
  });
  const days = memberIds.flatMap((accountId) =>
    columnsOf(accountId).days.map((day) => ({ ...day, accountId })),
  );
  await writeAccountFacts(tx, workspaceId, [...new Set([...memberIds, ...changedIds])], {
    months,
    days,
  });
}
