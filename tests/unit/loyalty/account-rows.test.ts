import { expect, test } from "vitest";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import type { AccountRowDto } from "@/lib/loyalty/account-list.types";
import { matchesSearch, sortRows } from "@/lib/loyalty/build-account-rows";

function row(name: string, given: Partial<AccountRowDto> = {}): AccountRowDto {
  return {
    id: name,
    name,
    state: null,
    isActive: true,
    lostOn: null,
    runningMinor: 0,
    change: null,
    behaviour: null,
    attitude: null,
    mark: null,
    tags: [],
    owner: null,
    country: null,
    industry: null,
    sizeBand: null,
    sites: 0,
    decisionOn: null,
    lastHeardOn: null,
    lastOrderOn: null,
    atRiskMinor: null,
    isOnWorklist: false,
    ...given,
  };
}

function unit(...names: string[]): UnitFacts {
  const members = names.map((name) => ({ name, externalId: null }));
  return { members } as unknown as UnitFacts;
}

test("unknown values stand last, ascending and descending", () => {
  const rows = [row("a"), row("b", { attitude: 0.2 }), row("c", { attitude: 0.9 })];
  const names = (direction: "asc" | "desc") =>
    sortRows(rows, "attitude", direction).map(({ name }) => name);
  expect(names("asc")).toEqual(["b", "c", "a"]);
  expect(names("desc")).toEqual(["c", "b", "a"]);
});

test("equal values are in the order of their names, whatever order they came in", () => {
  const rows = ["Ålborg", "aarhus", "Odense"].map((name) => row(name));
  const sorted = sortRows(rows, "running", "desc").map(({ name }) => name);
  expect(sortRows(rows.toReversed(), "running", "desc").map(({ name }) => name)).toEqual(sorted);
});

test("a search needs all its words, and neither case nor accents", () => {
  expect(matchesSearch(unit("Malmö Kyl AB"), "kyl malmo")).toBe(true);
  expect(matchesSearch(unit("Malmö Kyl AB"), "kyl oslo")).toBe(false);
  expect(matchesSearch(unit("Malmö Kyl AB"), "  ")).toBe(true);
});

test("a parent that decides is found by the name of its site", () => {
  expect(matchesSearch(unit("Holding", "Lindholm works"), "lindholm")).toBe(true);
});
