import type { UnitFacts } from "@/lib/facts/workspace-facts";

/** Of all the accounts those that are not among some of them. */
export function othersOf(all: readonly UnitFacts[], some: readonly UnitFacts[]): UnitFacts[] {
  const ids = new Set(some.map(({ id }) => id));
  return all.filter(({ id }) => !ids.has(id));
}
