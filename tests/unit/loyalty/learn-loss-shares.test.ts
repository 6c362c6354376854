import { expect, test } from "vitest";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { dayNumber, monthNumber } from "@/lib/format/calendar";
import { learnLossShares } from "@/lib/loyalty/learn-loss-shares";
import {
  type AccountHistory,
  defaultLoyaltySettings,
  emptyAccountHistory,
  orderHistory,
} from "@/lib/metrics";

const AS_OF = "2026-10-02";
const AS_OF_DAY = dayNumber(AS_OF);

/** Forty accounts of one kind: enough to learn from. */
function factsOf(given: Partial<AccountHistory>, firstMonth: string): WorkspaceFacts {
  const units = Array.from({ length: 40 }, (_, index) => {
    const id = `account ${index}`;
    const history = { ...emptyAccountHistory, ...given, accountId: id };
    return { id, history, currenciesWithoutRate: [] } as unknown as UnitFacts;
  });
  const hasOrders = given.orders !== undefined;
  return {
    units,
    ordersToDay: hasOrders ? AS_OF_DAY : null,
    context: { dataFromMonth: monthNumber(firstMonth), settings: defaultLoyaltySettings },
    assessed: new Map(),
  } as unknown as WorkspaceFacts;
}

function contract(from: string, until: string | null, yearlyMinor: number) {
  const startDay = dayNumber(from);
  return {
    contractId: from,
    startDay,
    endDay: until === null ? null : dayNumber(until),
    values: [{ fromDay: startDay, yearlyMinor }],
    decisions: [],
    renewal: null,
    noticeDays: 0,
    noticeGivenDay: null,
  };
}

test("without a year behind them there is nothing to learn, and the shares are assumed", () => {
  const shares = learnLossShares(
    factsOf({ contracts: [contract("2026-01-01", null, 1_000)] }, "2026-01-01"),
    AS_OF_DAY,
  );
  expect(shares.notKnown).toEqual({ value: 0.15, basis: "assumed", accountYears: 0 });
});

test("an account that left within the year is lost whole, whatever was assumed", () => {
  const contracts = [contract("2025-06-01", "2026-06-01", 1_000)];
  const { notKnown } = learnLossShares(factsOf({ contracts }, "2025-06-01"), AS_OF_DAY);
  expect(notKnown).toMatchObject({ basis: "learned", accountYears: 40, value: 1 });
});

test("a contract that shrank by a tenth lost a tenth", () => {
  const contracts = [
    contract("2024-06-01", "2026-06-01", 1_000),
    contract("2026-06-01", null, 900),
  ];
  const { notKnown } = learnLossShares(factsOf({ contracts }, "2024-06-01"), AS_OF_DAY);
  const prior = 20 * 900;
  expect(notKnown.accountYears).toBe(80);
  expect(notKnown.value).toBeCloseTo((40 * 100 + prior * 0.15) / (80 * 1_000 + prior), 9);
});

test("a lumpy buyer's thin year is no loss", () => {
  const orders = orderHistory([
    { day: dayNumber("2024-03-01"), amountMinor: 1_000, choice: "active" },
    { day: dayNumber("2025-03-01"), amountMinor: 1_200, choice: "active" },
    { day: dayNumber("2026-03-01"), amountMinor: 400, choice: "active" },
  ]);
  const facts = factsOf({ orders }, "2022-10-02");
  const learned = Object.values(learnLossShares(facts, AS_OF_DAY)).filter(
    ({ basis }) => basis === "learned",
  );
  expect(learned.length).toBeGreaterThan(0);
  for (const { value } of learned) expect(value).toBeLessThan(0.05);
});
