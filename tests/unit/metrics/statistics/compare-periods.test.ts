import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparePeriods, type PeriodEvents } from "@/lib/metrics";
import { expectContained, known } from "../intervals";

const quarter = { fromDay: 0, untilDay: 90 };
const month = { fromDay: 90, untilDay: 120 };
const account = (accountId: string, events: number, days: number) => ({ accountId, events, days });

describe("the comparison of periods", () => {
  it("counts events per account-day, so that a short period is no calm one", () => {
    const before: PeriodEvents = {
      period: quarter,
      accounts: [account("a", 9, 90), account("b", 0, 90), account("c", 3, 45)],
    };
    const now: PeriodEvents = {
      period: month,
      accounts: [account("a", 3, 30), account("b", 0, 30), account("d", 1, 15)],
    };
    const difference = known(comparePeriods(now, before, 119));
    expect(difference.value).toBeCloseTo(4 / 75 - 12 / 225, 12);
    expect(difference).toMatchObject({ n: 4, isRealChange: false });
  });

  it("never compares a period that is not over", () => {
    const before = { period: quarter, accounts: [account("a", 9, 90)] };
    const now = { period: month, accounts: [account("a", 3, 30)] };
    const partial = { value: null, n: 1, reason: "partialPeriod", isRealChange: null };
    expect(comparePeriods(now, before, 118)).toMatchObject(partial);
    expect(comparePeriods(before, now, 118)).toMatchObject(partial);
    expect(comparePeriods(now, before, 119)).toMatchObject({ value: expect.closeTo(0, 12) });
  });

  it("knows the same account in both periods, in whatever order it comes", () => {
    const list = fc.uniqueArray(
      fc.record({
        accountId: fc.constantFrom("a", "b", "c", "d", "e"),
        events: fc.nat({ max: 5 }),
        days: fc.integer({ min: 1, max: 30 }),
      }),
      { selector: (one) => one.accountId, maxLength: 5 },
    );
    fc.assert(
      fc.property(list, list, (first, second) => {
        const now = { period: month, accounts: first };
        const before = { period: quarter, accounts: second };
        const plain = comparePeriods(now, before, 500);
        expectContained(plain);
        const turned = { period: month, accounts: first.toReversed() };
        const other = comparePeriods(turned, before, 500);
        if (plain.value === null) expect(other.value).toBeNull();
        else expect(other.value).toBeCloseTo(plain.value, 12);
        const ids = new Set([...first, ...second].map(({ accountId }) => accountId));
        expect(plain.n).toBe(ids.size);
      }),
    );
  });

  it("has no figure without accounts or days", () => {
    const nobody = { period: month, accounts: [] };
    const idle = { period: quarter, accounts: [account("a", 0, 0)] };
    const busy = { period: quarter, accounts: [account("a", 1, 90)] };
    expect(comparePeriods(nobody, busy, 500)).toMatchObject({ reason: "noData" });
    expect(comparePeriods({ ...idle, period: month }, busy, 500)).toMatchObject({
      reason: "zeroDenominator",
    });
  });

  it("refuses what cannot be, with period and row", () => {
    const good = { period: quarter, accounts: [account("a", 1, 90)] };
    const now = (one: ReturnType<typeof account>) => ({ period: month, accounts: [one] });
    expect(() => comparePeriods(now(account("a", 1, 31)), good, 500)).toThrow(
      "now.accounts[0].days 31 is more than the period has",
    );
    expect(() => comparePeriods(now(account("a", 0.5, 30)), good, 500)).toThrow(
      /^now\.accounts\[0\]\.events must be a whole number/,
    );
    expect(() => comparePeriods(now(account("a", 1, -1)), good, 500)).toThrow(
      /^now\.accounts\[0\]\.days must be/,
    );
    const twice = { period: quarter, accounts: [...good.accounts, ...good.accounts] };
    expect(() => comparePeriods(now(account("a", 1, 30)), twice, 500)).toThrow(
      "before.accounts[1].accountId a stands twice",
    );
    const empty = { period: { fromDay: 5, untilDay: 5 }, accounts: [] };
    expect(() => comparePeriods(empty, good, 500)).toThrow("now.period must not be empty");
    expect(() => comparePeriods(good, empty, 500)).toThrow("before.period must not be empty");
    expect(() => comparePeriods(good, good, 0.5)).toThrow(/^asOfDay must be a whole day number/);
  });
});
