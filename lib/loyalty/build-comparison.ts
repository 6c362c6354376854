import { others } from "@/lib/facts/per-block";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { MEASURES } from "./build-tiles";
import type { ComparedGroupDto, ComparisonDto } from "./comparison.types";
import type { MeasureKey } from "./figures.types";
import { differenceOf } from "./measures/difference-of";
import { type Figure, isHidden, type Measure, tileDto } from "./measures/measure";
import { realFindings } from "./real-findings";
import type { UnitGroup } from "./retention/split-units";
import { type Scene, sceneFor } from "./scene";

/** The same day and period for some of the page's accounts. */
function sceneOf({ facts, asOfDay, compareDay }: Scene, units: UnitFacts[]): Scene {
  return sceneFor(facts, units, asOfDay, compareDay);
}

function figureOf(measure: Measure, scene: Scene): Figure | null {
  const figure = measure.figure(scene);
  return isHidden(figure) ? null : figure;
}

/** Some of the accounts, and what the measure says of them. */
type Measured = { part: Scene; figure: Figure | null };

/** Against all the accounts of the page that are not in it. */
function testOf(measure: Measure, scene: Scene, { part, figure }: Measured) {
  const rest = sceneOf(scene, others(scene.units, part.units));
  const theirs = { scene: rest, figure: measure.bare?.(rest) ?? figureOf(measure, rest) };
  return differenceOf(measure, { scene: part, figure }, theirs);
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
    figure === null ? null : tileDto(measure, figure, of);
  const own: Measured[] = groups.map(({ units }) => {
    const part = sceneOf(scene, units);
    return { part, figure: figureOf(measure, part) };
  });
  const tests = own.map((measured) => testOf(measure, scene, measured));
  const real = realFindings(tests.map((test) => test?.pValue ?? null));
  return {
    all: tileOf(figureOf(measure, scene), scene),
    groups: groups.map(({ key: group, name, units }, at): ComparedGroupDto => {
      const { figure, part } = own[at] as Measured;
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
