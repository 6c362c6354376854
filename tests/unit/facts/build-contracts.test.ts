import { describe, expect, test } from "vitest";
import type { ChurnRow, TermRow } from "@/lib/facts/account-rows";
import { buildContracts } from "@/lib/facts/build-contracts";
import { buildRates } from "@/lib/facts/currency";
import { dayNumber, isoOfDay } from "@/lib/format/calendar";
import { contractValue, decisionDay } from "@/lib/metrics";

const RATES = buildRates([], "DKK");
const HORIZON = dayNumber("2028-01-01");

function term(from: string, to: string | null, given: Partial<TermRow> = {}): TermRow {
  return {
    accountId: "a",
    contractId: "k",
    name: "Service",
    productTypeId: null,
    noticeDays: 0,
    autoRenews: false,
    isIndexed: false,
    noticeGivenDay: null,
    endedDay: null,
    updatedDay: dayNumber("2020-01-01"),
    startDay: dayNumber(from),
    endDay: to === null ? null : dayNumber(to),
    recurringMinor: 1_000,
    currency: "DKK",
    decidedBy: "signature",
    decidedDay: dayNumber(from),
    ...given,
  };
}

function build(terms: TermRow[], churn: ChurnRow[] = []) {
  return buildContracts(terms, churn, RATES, 0, HORIZON);
}

function valueOn(contracts: ReturnType<typeof build>, on: string): number {
  return contracts.reduce((sum, contract) => sum + contractValue(contract, dayNumber(on)), 0);
}

function decisionsOn(contracts: ReturnType<typeof build>, on: string): string[] {
  return contracts.flatMap((contract) => {
    const day = decisionDay(contract, dayNumber(on));
    return day === null ? [] : [isoOfDay(day)];
  });
}

describe("terms of a contract", () => {
  const terms = [
    term("2024-01-01", "2025-01-01"),
    term("2025-01-01", "2026-01-01", { recurringMinor: 1_030 }),
  ];

  test("on any day only that day's term counts, half-open", () => {
    const contracts = build(terms);
    expect(valueOn(contracts, "2024-12-31")).toBe(1_000);
    expect(valueOn(contracts, "2025-01-01")).toBe(1_030);
    expect(valueOn(contracts, "2026-01-01")).toBe(0);
  });

  test("a past day decides about the term that ran then", () => {
    expect(decisionsOn(build(terms), "2024-06-01")).toEqual(["2025-01-01"]);
  });
});

describe("automatic renewal", () => {
  const yearly = { autoRenews: true, noticeDays: 90 };

  test("goes on at the same value after the last recorded term", () => {
    const contracts = build([term("2024-01-01", "2025-01-01", yearly)]);
    expect(valueOn(contracts, "2027-06-01")).toBe(1_000);
    expect(decisionsOn(contracts, "2027-06-01")).toEqual(["2027-10-03"]);
  });

  test("is by itself each time it renews, and chosen only the first time", () => {
    const [contract] = build([term("2024-01-01", "2025-01-01", yearly)]);
    const kinds = contract?.decisions.map(({ day, kind }) => [isoOfDay(day), kind]);
    expect(kinds).toEqual([
      ["2024-01-01", "signed"],
      ["2025-01-01", "automatic"],
      ["2026-01-01", "automatic"],
      ["2027-01-01", "automatic"],
    ]);
  });

  test("notice ends it at the next renewal that the notice still reaches", () => {
    const inTime = { ...yearly, noticeGivenDay: dayNumber("2025-10-02") };
    const late = { ...yearly, noticeGivenDay: dayNumber("2025-10-04") };
    expect(build([term("2024-01-01", "2025-01-01", inTime)])[0]?.endDay).toBe(
      dayNumber("2026-01-01"),
    );
    expect(build([term("2024-01-01", "2025-01-01", late)])[0]?.endDay).toBe(
      dayNumber("2027-01-01"),
    );
  });

  test("a recorded loss ends it on that day", () => {
    const day = dayNumber("2025-05-05");
    const lost: ChurnRow = {
      accountId: "a",
      contractId: "k",
      kind: "contract_lost",
      day,
      recordedDay: day,
      hasRival: false,
    };
    const contracts = build([term("2024-01-01", "2025-01-01", yearly)], [lost]);
    expect(valueOn(contracts, "2025-05-04")).toBe(1_000);
    expect(valueOn(contracts, "2025-05-05")).toBe(0);
  });
});

test("a term of a year is twelve months, whether its end is its last day or the day after", () => {
  for (const [from, to, next] of [
    ["2024-01-01", "2024-12-31", "2025-12-31"],
    ["2024-01-01", "2025-01-01", "2026-01-01"],
    ["2024-03-01", "2025-02-28", "2026-02-28"],
    ["2024-04-01", "2024-06-30", "2025-03-31"],
  ] as const) {
    const contracts = build([term(from, to, { autoRenews: true })]);
    expect(decisionsOn(contracts, isoOfDay(dayNumber(next) - 80))).toEqual([next]);
  }
});

test("a contract until further notice has no decision date and runs on", () => {
  const contracts = build([term("2024-01-01", null)]);
  expect(valueOn(contracts, "2027-12-31")).toBe(1_000);
  expect(decisionsOn(contracts, "2025-01-01")).toEqual([]);
});
