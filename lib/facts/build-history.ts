import type { AccountEvent, AccountHistory, Person } from "@/lib/metrics";
import type { OrderColumns } from "./account-columns";
import type { AccountRow, AccountRows, ChurnRow, ContactRow, TermRow } from "./account-rows";
import { buildContracts, type TermContract } from "./build-contracts";
import { buildWallets } from "./build-wallets";
import { groupBy } from "./group-by";
import type { HistoryFrame } from "./history-frame";
import { poolOrders } from "./pool-orders";
import { quietRangesBetween } from "./quiet-weeks";

/** Rows of all accounts, found by account or contact. */
export type RowsByAccount = {
  terms: Map<string, TermRow[]>;
  contacts: Map<string, ContactRow[]>;
  answers: Map<string, AccountRows["answers"]>;
  invitations: Map<string, AccountRows["invitations"]>;
  events: Map<string, AccountRows["events"]>;
  churn: Map<string, ChurnRow[]>;
  wallets: Map<string, AccountRows["wallets"]>;
};

export function rowsByAccount(rows: AccountRows): RowsByAccount {
  return {
    terms: groupBy(rows.terms, (row) => row.accountId),
    contacts: groupBy(rows.contacts, (row) => row.accountId),
    answers: groupBy(rows.answers, (row) => row.contactId),
    invitations: groupBy(rows.invitations, (row) => row.contactId),
    events: groupBy(rows.events, (row) => row.accountId),
    churn: groupBy(rows.churn, (row) => row.accountId),
    wallets: groupBy(rows.wallets, (row) => row.accountId),
  };
}

function personOf(contact: ContactRow, rows: RowsByAccount): Person {
  const answers = rows.answers.get(contact.id) ?? [];
  const invitations = rows.invitations.get(contact.id) ?? [];
  const signs = [...answers.map((a) => a.day), ...invitations.map((i) => i.deliveredDay)];
  return {
    personId: contact.id,
    role: contact.role,
    // A contact imported today may have answered long ago.
    fromDay: Math.min(contact.createdDay, ...signs),
    untilDay: contact.untilDay,
    ...(contact.isUnnamed ? { isUnnamed: true as const } : {}),
    answers,
    invitations,
  };
}

function firstSign(history: Omit<AccountHistory, "events">): number | null {
  const first = [
    ...history.contracts.map((contract) => contract.startDay),
    ...Array.from(history.orders.orderDays).slice(0, 1),
  ];
  return first.length === 0 ? null : Math.min(...first);
}

function ownerChange(account: AccountRow, firstDay: number | null): AccountEvent[] {
  const day = account.ownerSinceDay;
  if (day === null || firstDay === null || day <= firstDay) return [];
  return [{ kind: "ownerChanged", day }];
}

function churnOf(events: readonly ChurnRow[]): AccountHistory["churn"] {
  const last = events.findLast((row) => row.kind === "account_lost" || row.kind === "won_back");
  if (last?.kind !== "account_lost") return null;
  return { recordedDay: last.recordedDay, effectiveDay: last.day };
}

export type UnitHistory = Omit<AccountHistory, "contracts"> & {
  readonly contracts: readonly TermContract[];
};

/** Everything known about one dot of the map, as the formulas take it. */
export function buildHistory(
  members: readonly AccountRow[],
  columnsOf: (accountId: string) => OrderColumns,
  rows: RowsByAccount,
  frame: HistoryFrame,
): UnitHistory {
  const [unit] = members;
  if (!unit) throw new RangeError("a history needs an account");
  const of = <Row>(map: Map<string, Row[]>) => members.flatMap(({ id }) => map.get(id) ?? []);
  const churn = of(rows.churn);
  const contractsFor = (terms: readonly TermRow[]) =>
    buildContracts(terms, churn, frame.rates, frame.rateMonth, frame.horizonDay);
  const terms = of(rows.terms);
  const orders = poolOrders(
    members.map(({ id, currency }) => ({ currency, columns: columnsOf(id) })),
    frame,
  );
  const known = {
    accountId: unit.id,
    contracts: contractsFor(terms),
    orders,
    people: of(rows.contacts).map((contact) => personOf(contact, rows)),
    wallets: buildWallets(of(rows.wallets), terms, contractsFor, frame),
    churn: churnOf(rows.churn.get(unit.id) ?? []),
    quietRanges: quietRangesBetween(unit.country, orders.orderDays[0], frame.horizonDay),
  };
  return {
    ...known,
    events: [
      ...of(rows.events).map(({ accountId: _, ...event }): AccountEvent => event),
      ...churn
        .filter((row) => row.hasRival)
        .map(({ day }) => ({ kind: "rivalNamed" as const, day })),
      ...ownerChange(unit, firstSign(known)),
    ],
  };
}
