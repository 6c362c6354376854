import { describe, expect, it, vi } from "vitest";
import { choose, divide, others, perBlock } from "@/lib/facts/per-block";
import type { UnitFacts } from "@/lib/facts/workspace-facts";

function unitOf(index: number, revenue = index): UnitFacts {
  return { id: `unit-${index}`, head: { lastOrderDay: revenue } } as UnitFacts;
}

const revenueOf = ({ head }: UnitFacts) => head.lastOrderDay ?? 0;
const sum = (units: readonly UnitFacts[]) => units.reduce((all, unit) => all + revenueOf(unit), 0);
const total = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0);

function workspace(): UnitFacts[] {
  return Array.from({ length: 2_500 }, (_, index) => unitOf(index));
}

function changed(units: readonly UnitFacts[], at: number, revenue: number): UnitFacts[] {
  return units.map((unit, index) => (index === at ? unitOf(index, revenue) : unit));
}

describe("what is made a thousand accounts at a time", () => {
  it("is the same whatever was made before, and is made anew only where an account changed", () => {
    const before = workspace();
    divide(before, undefined);
    const make = vi.fn(sum);
    expect(total(perBlock(before, "revenue", make))).toBe(sum(before));
    expect(make).toHaveBeenCalledTimes(3);
    const after = changed(before, 1_700, 1_000_000);
    divide(after, before);
    expect(total(perBlock(after, "revenue", make))).toBe(sum(after));
    expect(make).toHaveBeenCalledTimes(4);
    expect(perBlock(after, "revenue", make)).toEqual(perBlock(after, "anew", sum));
  });

  it("is made anew throughout where the accounts before do not hold any more", () => {
    const before = workspace();
    divide(before, undefined);
    perBlock(before, "revenue", sum);
    const after = [...before];
    divide(after, undefined);
    const make = vi.fn(sum);
    perBlock(after, "revenue", make);
    expect(make).toHaveBeenCalledTimes(3);
  });

  it("holds when accounts come and go, which moves all behind them", () => {
    const before = workspace();
    divide(before, undefined);
    perBlock(before, "revenue", sum);
    const after = [unitOf(9_999), ...before.slice(0, 400), ...before.slice(402)];
    divide(after, before);
    expect(total(perBlock(after, "revenue", sum))).toBe(sum(after));
  });

  it("a choice keeps the order, is divided as the whole is, and follows each account that changes", () => {
    const before = workspace();
    divide(before, undefined);
    const isEven = (unit: UnitFacts) => revenueOf(unit) % 2 === 0;
    const chosen = choose(before, "even", isEven);
    expect(chosen).toEqual(before.filter(isEven));
    const make = vi.fn(sum);
    perBlock(chosen, "revenue", make);
    const after = changed(before, 4, 5);
    divide(after, before);
    const again = choose(after, "even", isEven);
    expect(again).toEqual(after.filter(isEven));
    expect(total(perBlock(again, "revenue", make))).toBe(sum(again));
    expect(make).toHaveBeenCalledTimes(4);
  });

  it("what is asked for again and again stays, whatever else is asked for once", () => {
    const units = workspace();
    divide(units, undefined);
    const make = vi.fn(sum);
    for (let other = 0; other < 1_000; other += 1) {
      perBlock(units, `other ${other}`, () => other);
      if (other % 100 === 0) perBlock(units, "revenue", make);
    }
    expect(make).toHaveBeenCalledTimes(3);
  });

  it("a list nobody divided is gone through as one", () => {
    const units = workspace();
    const make = vi.fn(sum);
    expect(perBlock(units, "revenue", make)).toEqual([sum(units)]);
    perBlock(units, "revenue", make);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("the others are all that were not chosen, divided likewise, whatever they were chosen from", () => {
    const before = workspace();
    divide(before, undefined);
    const isEven = (unit: UnitFacts) => revenueOf(unit) % 2 === 0;
    const isOdd = (unit: UnitFacts) => !isEven(unit);
    const rest = others(before, choose(before, "even", isEven));
    expect(rest).toEqual(before.filter(isOdd));
    const make = vi.fn(sum);
    perBlock(rest, "revenue of others", make);
    expect(make).toHaveBeenCalledTimes(3);
    const after = changed(before, 1_700, 7);
    divide(after, before);
    const restAfter = others(after, choose(after, "even", isEven));
    expect(restAfter).toEqual(after.filter(isOdd));
    perBlock(restAfter, "revenue of others", make);
    expect(make).toHaveBeenCalledTimes(4);
    expect(others(after, before.filter(isEven))).toEqual(
      after.filter((unit) => isOdd(unit) || unit === after[1_700]),
    );
  });
});
