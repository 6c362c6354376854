import { choose, perBlock } from "@/lib/facts/per-block";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import type { SegmentRule } from "@/lib/segments/segment-rules";
import { matchingAmong } from "@/lib/segments/select-units";
import { perSelection } from "../per-epoch";
import type { Scene } from "../scene";

/** By what accounts are told apart. Saved segments may share accounts, the others do not. */
export const SPLITS = ["segments", "kind", "sizeBand", "country", "source"] as const;
export type Split = (typeof SPLITS)[number];

export type SavedSegment = { id: string; name: string; rules: SegmentRule };

/** `key` is the recorded value, or the segment's id; null is "not recorded". */
export type UnitGroup = { key: string | null; name: string | null; units: UnitFacts[] };

const GROUPS_SHOWN = 12;

const VALUE: Record<Exclude<Split, "segments">, (unit: UnitFacts) => string | null> = {
  kind: ({ history }) => (history.contracts.length > 0 ? "contracts" : "orders"),
  sizeBand: ({ account }) => account.sizeBand,
  country: ({ account }) => account.country,
  source: ({ account }) => (account.acquiredBy === "unknown" ? null : account.acquiredBy),
};

type Counts = Map<string | null, number>;

function add(counts: Counts, value: string | null, more: number): void {
  counts.set(value, (counts.get(value) ?? 0) + more);
}

/** How many accounts have each value, in the order in which values are met. */
function countsOf(units: readonly UnitFacts[], split: Exclude<Split, "segments">): Counts {
  const parts = perBlock(units, `values ${split}`, (block) => {
    const own: Counts = new Map();
    for (const unit of block) add(own, VALUE[split](unit), 1);
    return own;
  });
  const counts: Counts = new Map();
  for (const part of parts) for (const [value, count] of part) add(counts, value, count);
  return counts;
}

function largest<Item>(items: readonly Item[], sizeOf: (item: Item) => number): Item[] {
  return items
    .filter((item) => sizeOf(item) > 0)
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .slice(0, GROUPS_SHOWN);
}

function byValue(units: readonly UnitFacts[], split: Exclude<Split, "segments">): UnitGroup[] {
  return largest([...countsOf(units, split)], ([, count]) => count).map(([key]) => ({
    key,
    name: null,
    units: choose(units, `${split} ${JSON.stringify(key)}`, (unit) => VALUE[split](unit) === key),
  }));
}

function bySegment(
  { facts, units, asOfDay }: Scene,
  segments: readonly SavedSegment[],
): UnitGroup[] {
  const groups = segments.map(({ id, name, rules }) => ({
    key: id,
    name,
    units: matchingAmong(units, facts, rules, asOfDay),
  }));
  return largest(groups, (group) => group.units.length);
}

/** The accounts of a page in groups, the largest first; the same lists for all who look at an epoch. */
export function splitUnits(
  scene: Scene,
  split: Split,
  segments: readonly SavedSegment[],
): UnitGroup[] {
  if (split !== "segments")
    return perSelection(scene.units, `split ${split}`, () => byValue(scene.units, split));
  const rules = JSON.stringify(segments);
  return perSelection(scene.units, `split ${scene.asOfDay} ${rules}`, () =>
    bySegment(scene, segments),
  );
}
