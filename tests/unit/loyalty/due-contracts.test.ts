import { describe, expect, it } from "vitest";
import type { TermRow } from "@/lib/facts/account-rows";
import { buildContracts } from "@/lib/facts/build-contracts";
import { buildRates } from "@/lib/facts/currency";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { dueContracts } from "@/lib/loyalty/measures/due-contracts";

const day = dayNumber;
const PERIOD = { fromDay: day("2026-01-01"), untilDay: day("2027-01-01") };

function term(from: string, to: string | null, more: Partial<TermRow> = {}): TermRow {
  return {
    accountId: "a",
    contractId: "c",
    name: "Service",
    productTypeId: null,
    noticeDays: 90,
    autoRenews: false,
    isIndexed: false,
    noticeGivenDay: null,
    endedDay: null,
    updatedDay: day(from),
    startDay: day(from),
    endDay: to === null ? null : day(to),
    recurringMinor: 1_000,
    currency: "DKK",
    decidedBy: "signature",
    decidedDay: day(from),
    ...more,
  };
}

function due(terms: TermRow[], lostOn?: string) {
  const contracts = buildContracts(terms, [], buildRates([], "DKK"), 2026 * 12, day("2028-01-01"));
  const effectiveDay = lostOn ? day(lostOn) : null;
  const churn = effectiveDay === null ? null : { recordedDay: effectiveDay, effectiveDay };
  return dueContracts({ terms, history: { contracts, churn } } as unknown as UnitFacts, PERIOD);
}

describe("contracts up for renewal", () => {
  it("a term that is followed by the next was renewed, at the value it had before", () => {
    const next = term("2026-05-01", "2027-05-01", { recurringMinor: 1_300 });
    expect(due([term("2025-05-01", "2026-05-01"), next])).toEqual([
      { isRenewed: true, valueMinor: 1_000 },
    ]);
  });

  it("a term that ended and has no next was not", () => {
    expect(due([term("2025-05-01", "2026-05-01")])).toEqual([
      { isRenewed: false, valueMinor: 1_000 },
    ]);
  });

  it("one that renews by itself was renewed on each of its renewal days, until notice takes effect", () => {
    const running = term("2024-05-01", "2025-05-01", { autoRenews: true });
    expect(due([running])).toEqual([{ isRenewed: true, valueMinor: 1_000 }]);
    const noticed = { ...running, noticeGivenDay: day("2025-12-01") };
    expect(due([noticed])).toEqual([{ isRenewed: false, valueMinor: 1_000 }]);
    const tooLate = { ...running, noticeGivenDay: day("2026-04-01") };
    expect(due([tooLate])).toEqual([{ isRenewed: true, valueMinor: 1_000 }]);
  });

  it("one that was changed in mid-term was not up for renewal", () => {
    expect(due([term("2025-05-01", "2028-05-01"), term("2026-06-01", "2029-05-01")])).toEqual([]);
  });

  it("one that ends in another year is in neither", () => {
    expect(due([term("2025-05-01", "2027-05-01")])).toEqual([]);
    expect(due([term("2023-05-01", "2025-05-01")])).toEqual([]);
  });

  it("a lost account takes its running contracts with it, and renews none after", () => {
    expect(due([term("2025-05-01", "2028-05-01")], "2026-03-01")).toEqual([
      { isRenewed: false, valueMinor: 1_000 },
    ]);
    const running = term("2024-05-01", "2025-05-01", { autoRenews: true });
    expect(due([running], "2026-03-01")).toEqual([{ isRenewed: false, valueMinor: 1_000 }]);
  });
});
