import { MEASURES } from "./build-tiles";
import type { MeasureKey } from "./figures.types";
import { perSelection } from "./per-epoch";
import type { Scene } from "./scene";

/** The measures that suit the data of a scene; their figures are left to whoever asks for one. */
export function suitingMeasures(scene: Scene): MeasureKey[] {
  return perSelection(scene.units, `suiting ${scene.asOfDay} ${scene.compareDay}`, () =>
    MEASURES.filter((measure) => measure.suits?.(scene) ?? true).map(({ key }) => key),
  );
}
