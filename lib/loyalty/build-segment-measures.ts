import { others } from "@/lib/facts/per-block";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { MEASURES, type Targets } from "./build-tiles";
import type { MeasureKey, TileDto } from "./figures.types";
import { differenceOf } from "./measures/difference-of";
import { perSelectionLoaded } from "./per-epoch";
import { realFindings } from "./real-findings";
import { type Scene, sceneFor } from "./scene";
import type { SegmentMeasureDto } from "./segment-measures.types";
import { tilesOf } from "./tiles-of";

type Measured = { scene: Scene; tiles: ReadonlyMap<MeasureKey, TileDto> };

async function measuredOf(
  { facts, asOfDay, compareDay }: Scene,
  units: readonly UnitFacts[],
  targets?: Targets,
): Promise<Measured> {
  const scene = sceneFor(facts, units, asOfDay, compareDay);
  const { tiles, moreTiles } = await tilesOf(scene, targets);
  return { scene, tiles: new Map([...tiles, ...moreTiles].map((tile) => [tile.key, tile])) };
}

function testsOf(keys: readonly MeasureKey[], own: Measured, others: Measured) {
  const figureOf = ({ scene, tiles }: Measured, key: MeasureKey) => ({
    scene,
    figure: tiles.get(key) ?? null,
  });
  return keys.map((key) => {
    const measure = MEASURES.find((one) => one.key === key);
    return measure ? differenceOf(measure, figureOf(own, key), figureOf(others, key)) : null;
  });
}

/** Every measure that suits the data: the segment's beside that of all, held against all the others. */
export async function buildSegmentMeasures(
  all: Scene,
  units: readonly UnitFacts[],
  targets: Targets,
): Promise<SegmentMeasureDto[]> {
  const everybody = await measuredOf(all, all.units);
  const own = await measuredOf(all, units, targets);
  const keys = [...everybody.tiles.keys()];
  const key = `tests ${all.asOfDay} ${all.compareDay}`;
  const tests = await perSelectionLoaded(units, key, async () =>
    testsOf(keys, own, await measuredOf(all, others(all.units, units))),
  );
  const real = realFindings(tests.map((test) => test?.pValue ?? null));
  return [...everybody.tiles.values()].map((tile, at) => ({
    key: tile.key,
    own: own.tiles.get(tile.key) ?? null,
    all: tile,
    difference: tests[at]?.value ?? null,
    isReal: real[at] ?? null,
  }));
}
