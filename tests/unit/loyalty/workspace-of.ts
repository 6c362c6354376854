import { buildRates, type RateRow } from "@/lib/facts/currency";
import { loyaltyContexts } from "@/lib/facts/loyalty-contexts";
import { seriesOf } from "@/lib/facts/month-columns";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay, monthNumber } from "@/lib/format/calendar";
import { buildScene, type Scene } from "@/lib/loyalty/scene";
import { shiftMonths } from "@/lib/metrics";
import {
  account,
  answer,
  asked,
  asOf,
  context,
  contract,
  csat,
  nps,
  orders,
  person,
} from "../metrics/loyalty/builders";

/** What one account of a small workspace is like; the rest is the same for all. */
export type Given = {
  nps?: number[];
  csat?: number[];
  /** NPS given 200 days ago, before the day compared with. */
  npsBefore?: number[];
  openingMinor?: number;
  closingMinor?: number;
  /** One order of this amount each 30 days for so many days back. */
  orderMinor?: number;
  orderDays?: number;
  everyDays?: number;
  /** Days since the last order. */
  quietDays?: number;
  listMinor?: number;
  discountedListMinor?: number;
  marginMinor?: number | null;
  walletMinor?: number;
  productTypes?: number;
  currency?: string;
};

const YEAR = 365;
export const COMPARE_DAY = shiftMonths(asOf, -3);

function peopleOf(given: Given) {
  const roles = ["decisionMaker", "user", "influencer"] as const;
  const { nps: scores = [], csat: steps = [], npsBefore = [] } = given;
  const size = Math.max(scores.length, steps.length, npsBefore.length, 1);
  return Array.from({ length: size }, (_, index) => {
    const [now, step, before] = [scores[index], steps[index], npsBefore[index]];
    const answers = [
      ...(now === undefined ? [] : [answer(nps(now))]),
      ...(step === undefined ? [] : [answer(csat(step))]),
      ...(before === undefined ? [] : [answer(nps(before), { day: asOf - 200 })]),
    ];
    const role = roles[index % 3] ?? null;
    return person(role, [], { personId: `p${index}`, answers, invitations: asked(asOf - 40) });
  });
}

function contractsOf({ openingMinor, closingMinor }: Given) {
  if (openingMinor === undefined) return [];
  const values = [
    { fromDay: asOf - 3 * YEAR, yearlyMinor: openingMinor },
    { fromDay: asOf - 100, yearlyMinor: closingMinor ?? openingMinor },
  ];
  const endDay = closingMinor === 0 ? asOf - 100 : null;
  return [{ ...contract({ startDay: asOf - 3 * YEAR, endDay, values }), contractId: "c" }];
}

function orderRows(given: Given) {
  const { orderMinor, orderDays = 3 * YEAR, everyDays = 30, quietDays = 5 } = given;
  if (orderMinor === undefined) return [];
  const days = Array.from(
    { length: Math.floor(orderDays / everyDays) },
    (_, i) => asOf - quietDays - i * everyDays,
  );
  return orders(days.reverse(), orderMinor);
}

function seriesOfOrders(given: Given, rows: ReturnType<typeof orderRows>): UnitFacts["series"] {
  const { listMinor = 0, discountedListMinor = 0, marginMinor = null } = given;
  const used = rows.map(({ day }) => monthNumber(isoOfDay(day)));
  const first = Math.min(...used);
  const months = rows.length === 0 ? 0 : Math.max(...used) - first + 1;
  const sumOf = (each: (row: (typeof rows)[number]) => number) => {
    const column = new Float64Array(months);
    rows.forEach((row, index) => {
      const at = (used[index] ?? 0) - first;
      column[at] = (column[at] ?? 0) + each(row);
    });
    return column;
  };
  return seriesOf(rows.length === 0 ? 0 : first, months, {
    bookedMinor: sumOf(({ amountMinor }) => amountMinor),
    orderCount: sumOf(() => 1),
    listMinor: sumOf(() => listMinor),
    discountedListMinor: sumOf(() => discountedListMinor),
    marginMinor: sumOf(() => marginMinor ?? Number.NaN),
  });
}

const HEAD: UnitFacts["head"] = {
  lastOrderDay: null,
  lastAnswerDay: null,
  firstMonth: null,
  firstContactDay: null,
  firstVoiceDay: null,
  firstTrainingDay: null,
  hasUnknownRate: false,
};

function walletsOf({ walletMinor, orderMinor = 0 }: Given) {
  if (walletMinor === undefined) return [];
  const row = { category: "pumps", ownMinor: 12 * orderMinor, categoryMinor: walletMinor };
  const wallet = { ...row, lowMinor: walletMinor, highMinor: walletMinor, coversAll: true };
  return [asOf - 30, asOf - 300].map((day) => ({ ...wallet, day, provenance: "asked" as const }));
}

function unitOf(given: Given, index: number): UnitFacts {
  const id = `account-${String(index).padStart(3, "0")}`;
  const rows = orderRows(given);
  const member = {
    ...{ id, name: `Account ${index}`, currency: given.currency ?? "DKK" },
    customerSinceDay: null,
  };
  return {
    id,
    head: HEAD,
    account: member as UnitFacts["account"],
    members: [member as UnitFacts["account"]],
    history: {
      ...account({ accountId: id, rows, people: peopleOf(given), wallets: walletsOf(given) }),
      contracts: contractsOf(given),
    },
    terms: [],
    orderLines: [],
    series: seriesOfOrders(given, rows),
    productTypes: new Map(
      Array.from({ length: given.productTypes ?? 0 }, (_, type) => [
        `type-${type}`,
        [[0, asOf - 10]],
      ]),
    ),
    currenciesWithoutRate: [],
    assessments: new Map(),
    stood: new Map(),
  };
}

/** A workspace as the pages see it, of accounts that are given in a line each. */
export function workspaceOf(
  accounts: readonly Given[],
  rates: readonly RateRow[] = [],
): WorkspaceFacts {
  const units = accounts.map(unitOf);
  const contexts = loyaltyContexts({ dataFromMonth: context.dataFromMonth }, []);
  const rateMonth = monthNumber(isoOfDay(asOf));
  const type = (id: string) => ({ id, name: id, billedAs: "order" as const });
  return {
    workspaceId: "w",
    epoch: 1,
    refreshedAt: "",
    rates: buildRates(rates, "DKK"),
    rateMonth,
    contexts,
    each: {},
    units,
    unitById: new Map(units.map((unit) => [unit.id, unit])),
    unitOfAccount: new Map(units.map(({ id }) => [id, id])),
    accounts: new Map(units.map(({ account: row }) => [row.id, row])),
    employees: new Map(),
    employeesVersion: 0,
    productTypes: new Map(["type-0", "type-1", "type-2"].map((id) => [id, type(id)])),
    ordersToDay: asOf,
    answersToDay: asOf,
    firstMonth: null,
    bytes: 0,
    assessed: new Map(),
  };
}

export function sceneOf(accounts: readonly Given[], rates: readonly RateRow[] = []): Scene {
  const facts = workspaceOf(accounts, rates);
  return buildScene(facts, facts.units, asOf, COMPARE_DAY);
}
