import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { benjaminiHochberg, type Difference, intervalDifference } from "@/lib/metrics";
import { MEASURES } from "./build-tiles";
import type { ComparedGroupDto, ComparisonDto } from "./comparison.types";
import type { MeasureKey } from "./figures.types";
import { type Figure, isHidden, type Measure, tileDto } from "./measures/measure";
import { perSelection } from "./per-epoch";
import type { UnitGroup } from "./retention/split-units";
import { buildScene, type Scene } from "./scene";

/** The same day and period for some of the page's accounts. */
function sceneOf({ facts, asOfDay, compareDay }: Scene, units: UnitFacts[]): Scene {
  return perSelection(units, `scene ${asOfDay} ${compareDay}`, () =>
    buildScene(facts, units, asOfDay, compareDay),
  );
}

function figureOf(measure: Measure, scene: Scene): Figure | null {
  const figure = measure.figure(scene);
  return isHidden(figure) ? null : figure;
}

/** A figure as a test takes it; null where there is none or it has no doubt to test by. */
function estimateOf(figure: Figure | null) {
  if (figure === null || figure.value === null || figure.interval === null) return null;
  const { value, n, interval } = figure;
  return interval.low === interval.high ? null : { value, n, interval };
}

function differenceOf(measure: Measure, scene: Scene, own: Figure | null, group: UnitGroup) {
  const ids = new Set(group.units.map(({ id }) => id));
  const others = scene.units.filter(({ id }) => !ids.has(id));
  const rest = sceneOf(scene, others);
  const theirs = figureOf(measure, rest);
  if (own?.value == null || theirs?.value == null) return null;
  if (measure.differ) return measure.differ(sceneOf(scene, group.units), rest);
  const [first, second] = [estimateOf(own), estimateOf(theirs)];
  return first === null || second === null ? null : intervalDifference(first, second);
}

/** Of the tests that could be made, which found a difference, at one rate of false findings for all. */
function findingsOf(tests: readonly (Difference | null)[]): (boolean | null)[] {
  const made = tests.flatMap((test) => (test === null ? [] : (test.pValue ?? [])));
  const findings = benjaminiHochberg(made);
  let place = 0;
  return tests.map((test) => {
    if (test === null || test.pValue === null) return null;
    place += 1;
    return findings[place - 1]?.isReal ?? null;
  });
}

/** Measures that have a figure, or could have one with more data. */
export function suitedMeasures(scene: Scene): MeasureKey[] {
  return MEASURES.filter((measure) => !isHidden(measure.figure(scene))).map(({ key }) => key);
}

/** One measure of every group beside that of all accounts, each held against all the others. */
export function buildComparison(
  scene: Scene,
  key: MeasureKey,
  groups: readonly UnitGroup[],
): Pick<ComparisonDto, "all" | "groups"> {
  const measure = MEASURES.find((one) => one.key === key);
  if (!measure) return { all: null, groups: [] };
  const tileOf = (figure: Figure | null, of: Scene) =>
    figure === null ? null : tileDto(measure, figure, of, { target: null, baseline: null });
  const own = groups.map(({ units }) => {
    const part = sceneOf(scene, units);
    return { part, figure: figureOf(measure, part) };
  });
  const tests = own.map(({ figure }, at) =>
    differenceOf(measure, scene, figure, groups[at] as UnitGroup),
  );
  const real = findingsOf(tests);
  return {
    all: tileOf(figureOf(measure, scene), scene),
    groups: groups.map(({ key: group, name, units }, at): ComparedGroupDto => {
      const { figure, part } = own[at] as (typeof own)[number];
      return {
        key: group,
        name,
        accounts: units.length,
        tile: tileOf(figure, part),
        difference: tests[at]?.value ?? null,
        isReal: real[at] ?? null,
      };
    }),
  };
}
