import { others } from "@/lib/facts/per-block";
import type { Scene } from "../scene";
import { type SavedSegment, type Split, splitUnits, type UnitGroup } from "./split-units";

/** The largest saved segment, or the one that was chosen, beside everybody who is not in it. */
function pairOf(scene: Scene, segments: readonly SavedSegment[], pair: string | null): UnitGroup[] {
  const groups = splitUnits(scene, "segments", segments);
  const chosen = groups.find(({ key }) => key === pair) ?? groups[0];
  if (!chosen) return [];
  return [chosen, { key: "others", name: null, units: others(scene.units, chosen.units) }];
}

/** Groups that share no account: curves of the same customers cannot be tested against each other. */
export function survivalGroups(
  scene: Scene,
  split: Split,
  segments: readonly SavedSegment[],
  pair: string | null,
): UnitGroup[] {
  return split === "segments" ? pairOf(scene, segments, pair) : splitUnits(scene, split, segments);
}
