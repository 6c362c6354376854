import { monthOfDay, recordedFrom } from "@/lib/metrics";
import type { OrderColumns } from "./account-columns";
import type { AccountRow, TermRow } from "./account-rows";
import { type AccountMonthRow, buildAccountMonths } from "./build-account-months";
import { buildCloses, type Closes, ownedTypesByMonth } from "./build-closes";
import { buildHistory, type RowsByAccount, type UnitHistory } from "./build-history";
import { buildSeries, spanOf } from "./build-series";
import type { HistoryHead, StoredHistory } from "./history-bytes";
import type { HistoryFrame } from "./history-frame";
import type { LoyaltyContexts } from "./loyalty-contexts";
import { seriesOf } from "./month-columns";
import { onlyCurrency } from "./only-currency";
import type { OrderLines } from "./order-lines";
import { spansOfTypes } from "./type-spans";

// An account's page shows three years of them.
const STATE_MONTHS = 48;
const NOTHING: OrderColumns = { months: [], days: [] };

const STATE_NAMES = {
  loyal: "loyal",
  passive: "passive",
  latent: "latent",
  leaving: "leaving",
  notKnown: "not_known",
} as const;

/** What was read for some accounts. */
export type UnitInputs = {
  columns: ReadonlyMap<string, OrderColumns>;
  lines: ReadonlyMap<string, readonly OrderLines[]>;
  rows: RowsByAccount;
  frame: HistoryFrame;
  contexts: LoyaltyContexts;
};

export type BuiltUnit = { months: AccountMonthRow[]; stored: StoredHistory };

function stateOf(closes: Closes, month: number): Partial<AccountMonthRow> {
  const at = closes.standings.get(month);
  if (!at || at.standing === null) return {};
  return {
    behaviour: at.behaviour.score,
    attitude: at.attitude.score,
    state: STATE_NAMES[at.standing.state],
  };
}

function currenciesWithoutRate(
  members: readonly AccountRow[],
  columnsOf: (id: string) => OrderColumns,
  terms: readonly TermRow[],
  frame: HistoryFrame,
): string[] {
  const codes = new Set<string>();
  for (const { id, currency } of members)
    if (columnsOf(id).months.some((row) => row.orderMinor === null)) codes.add(currency);
  for (const { currency } of terms)
    if (frame.rates.factor(currency, frame.rateMonth) === null) codes.add(currency);
  return [...codes].sort();
}

function typesByMonth(columns: readonly OrderColumns[]): Map<number, Set<string>> {
  const types = new Map<number, Set<string>>();
  for (const own of columns)
    for (const { month, productTypeIds } of own.months) {
      const held = types.get(month) ?? new Set<string>();
      types.set(month, held);
      for (const id of productTypeIds) held.add(id);
    }
  return types;
}

function headOf(
  history: UnitHistory,
  columns: readonly OrderColumns[],
  hasUnknownRate: boolean,
): HistoryHead {
  const latest = (days: readonly number[]) => (days.length === 0 ? null : Math.max(...days));
  const starts = history.contracts.map(({ startDay }) => monthOfDay(startDay));
  if (history.orders.totalMinor.length > 0) starts.push(history.orders.firstMonth);
  const { contact, voice, training } = recordedFrom(history.events);
  return {
    lastOrderDay: latest(columns.flatMap((own) => own.days.at(-1)?.day ?? [])),
    lastAnswerDay: latest(history.people.flatMap(({ answers }) => answers.map(({ day }) => day))),
    firstMonth: starts.length === 0 ? null : Math.min(...starts),
    firstContactDay: contact,
    firstVoiceDay: voice,
    firstTrainingDay: training,
    hasUnknownRate,
  };
}

/** Month rows of each member; those of the account that decides begin with the first of all of them. */
function monthRows(members: readonly AccountRow[], inputs: UnitInputs): AccountMonthRow[][] {
  const { columns, rows, frame } = inputs;
  const monthsOf = (account: AccountRow, fromMonth: number) =>
    buildAccountMonths(account, columns.get(account.id) ?? NOTHING, rows, {
      ...frame,
      lastMonth: frame.rateMonth,
      fromMonth,
    });
  const [unit, ...others] = members;
  if (!unit) return [];
  const sites = others.map((site) => monthsOf(site, Number.POSITIVE_INFINITY));
  const first = Math.min(...sites.flatMap((own) => own[0]?.month ?? []));
  return [monthsOf(unit, first), ...sites];
}

/** Facts of one dot from the rows alone. @param members the account that decides first */
export function buildUnit(members: readonly AccountRow[], inputs: UnitInputs): BuiltUnit {
  const { rows, frame, contexts } = inputs;
  const columnsOf = (id: string) => inputs.columns.get(id) ?? NOTHING;
  const columns = members.map(({ id }) => columnsOf(id));
  const terms = members.flatMap(({ id }) => rows.terms.get(id) ?? []);
  const history = buildHistory(members, columnsOf, rows, frame);
  const [own = [], ...sites] = monthRows(members, inputs);
  const span = spanOf([own, ...sites], history.orders);
  const types = typesByMonth(columns);
  const withoutRate = currenciesWithoutRate(members, columnsOf, terms, frame);
  const { rates, rateMonth } = frame;
  const currency = onlyCurrency(members, terms);
  const restate = (month: number) => {
    if (currency === null) return 1;
    const [then, now] = [rates.factor(currency, month), rates.factor(currency, rateMonth)];
    return then === null || now === null ? 1 : then / now;
  };
  const closes: Closes = span
    ? buildCloses(history, { ...span, lastMonth: rateMonth, contexts, restate })
    : { standings: new Map(), columns: {} };
  const months = own.map((row) =>
    row.month > rateMonth - STATE_MONTHS ? { ...row, ...stateOf(closes, row.month) } : row,
  );
  const { accountId: _, quietRanges: __, ...kept } = history;
  return {
    months: [...months, ...sites.flat()],
    stored: {
      history: kept,
      series: span
        ? buildSeries({
            ...{ span, orders: history.orders, rows: [own, ...sites].flat() },
            memberIds: members.map(({ id }) => id),
            recorded: rows,
            closes: { ...closes.columns, ownedTypes: ownedTypesByMonth(types, terms, span) },
          })
        : seriesOf(0, 0, {}),
      terms,
      orderLines: members.flatMap(({ id }) => inputs.lines.get(id) ?? []),
      productTypes: spansOfTypes(types, terms, frame.horizonDay),
      currenciesWithoutRate: withoutRate,
      head: headOf(history, columns, withoutRate.length > 0),
    },
  };
}
