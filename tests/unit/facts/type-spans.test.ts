import { describe, expect, test } from "vitest";
import { spansOfTypes, typesOwnedAt } from "@/lib/facts/type-spans";
import { dayNumber, monthNumber } from "@/lib/format/calendar";

type Terms = Parameters<typeof spansOfTypes>[1];

const HORIZON = dayNumber("2026-12-31");

function ownedOn(iso: string, orders: Record<string, string[]>, terms: object[] = []) {
  const byMonth = new Map(
    Object.entries(orders).map(([month, ids]) => [monthNumber(`${month}-01`), new Set(ids)]),
  );
  const spans = spansOfTypes(byMonth, terms as unknown as Terms, HORIZON);
  return [...typesOwnedAt(spans, dayNumber(iso))].sort();
}

function term(productTypeId: string, from: string, to: string | null, autoRenews = false) {
  const endDay = to === null ? null : dayNumber(to);
  return { productTypeId, startDay: dayNumber(from), endDay, endedDay: null, autoRenews };
}

describe("the product types an account owns on a day", () => {
  test("are those bought in the year up to it: what is bought later is not known yet", () => {
    const orders = { "2024-03": ["pump"], "2026-05": ["valve"] };
    expect(ownedOn("2024-02-29", orders)).toEqual([]);
    expect(ownedOn("2024-03-31", orders)).toEqual(["pump"]);
    expect(ownedOn("2025-03-30", orders)).toEqual(["pump"]);
    expect(ownedOn("2025-03-31", orders)).toEqual([]);
    expect(ownedOn("2026-05-31", orders)).toEqual(["valve"]);
  });

  test("a type bought again after years is not owned between", () => {
    const orders = { "2022-01": ["pump"], "2022-12": ["pump"], "2026-05": ["pump"] };
    expect(ownedOn("2022-08-31", orders)).toEqual(["pump"]);
    expect(ownedOn("2023-12-30", orders)).toEqual(["pump"]);
    expect(ownedOn("2024-06-30", orders)).toEqual([]);
    expect(ownedOn("2026-06-30", orders)).toEqual(["pump"]);
  });

  test("a contract counts from its first day; one that renews by itself, until today", () => {
    const terms = [
      term("care", "2025-06-01", "2025-12-31", true),
      term("lift", "2024-01-01", "2024-06-30"),
    ];
    expect(ownedOn("2025-05-31", {}, terms)).toEqual(["lift"]);
    expect(ownedOn("2025-06-01", {}, terms)).toEqual(["care", "lift"]);
    expect(ownedOn("2026-12-31", {}, terms)).toEqual(["care"]);
  });
});
