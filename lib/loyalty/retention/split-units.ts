import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import type { SegmentRule } from "@/lib/segments/segment-rules";
import { selectUnits } from "@/lib/segments/select-units";
import { perEpoch } from "../per-epoch";
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

function byValue(units: readonly UnitFacts[], keyOf: (unit: UnitFacts) => string | null) {
  const groups = new Map<string | null, UnitFacts[]>();
  for (const unit of units) {
    const value = keyOf(unit);
    const group = groups.get(value);
    if (group) group.push(unit);
    else groups.set(value, [unit]);
  }
  return [...groups].map(([key, own]) => ({ key, name: null, units: own }));
}

/** Ids of the accounts in a saved segment on a day. */
export function idsInSegment(
  facts: WorkspaceFacts,
  { rules }: Pick<SavedSegment, "rules">,
  day: number,
): ReadonlySet<string> {
  return perEpoch(
    facts,
    `segment ids ${day} ${JSON.stringify(rules)}`,
    () => new Set(selectUnits(facts, rules, day).map(({ id }) => id)),
  );
}

/** The accounts of a page in groups, the largest first. */
export function splitUnits(
  scene: Scene,
  split: Split,
  segments: readonly SavedSegment[],
): UnitGroup[] {
  const groups: UnitGroup[] =
    split === "segments"
      ? segments.map((segment) => {
          const ids = idsInSegment(scene.facts, segment, scene.asOfDay);
          const units = scene.units.filter(({ id }) => ids.has(id));
          return { key: segment.id, name: segment.name, units };
        })
      : byValue(scene.units, VALUE[split]);
  return groups
    .filter(({ units }) => units.length > 0)
    .sort((a, b) => b.units.length - a.units.length)
    .slice(0, GROUPS_SHOWN);
}
