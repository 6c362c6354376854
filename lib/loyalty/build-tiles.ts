import { inTurns } from "@/lib/facts/in-turns";
import type { HiddenMeasureDto, MeasureKey, TileDto } from "./figures.types";
import { csatMeasure } from "./measures/csat-measure";
import {
  customerRetentionMeasure,
  salesMeasure,
  upsellMeasure,
} from "./measures/customer-measures";
import { type Aim, hiddenDto, isHidden, type Measure, tileDto, withAim } from "./measures/measure";
import { npsMeasure } from "./measures/nps-measure";
import { boughtAgainMeasure, discountMeasure, repurchaseMeasure } from "./measures/order-measures";
import { grossMeasure, netMeasure } from "./measures/revenue-measures";
import { lifetimeMeasure, spendMeasure } from "./measures/value-measures";
import { walletMeasure } from "./measures/wallet-measure";
import type { Scene } from "./scene";

/** In the order of the page; the first six that suit the data are shown at once. */
export const MEASURES: readonly Measure[] = [
  npsMeasure,
  csatMeasure,
  grossMeasure,
  netMeasure,
  boughtAgainMeasure,
  walletMeasure,
  repurchaseMeasure,
  customerRetentionMeasure,
  salesMeasure,
  discountMeasure,
  upsellMeasure,
  spendMeasure,
  lifetimeMeasure,
];

export type Targets = ReadonlyMap<MeasureKey, Aim>;

/** The measures that suit these data, and those that do not. */
export function measureTiles(
  measures: readonly Measure[],
  scene: Scene,
  targets: Targets,
): { tiles: TileDto[]; hidden: HiddenMeasureDto[] } {
  const tiles: TileDto[] = [];
  const hidden: HiddenMeasureDto[] = [];
  for (const measure of measures) {
    const result = measure.figure(scene);
    if (isHidden(result)) hidden.push(hiddenDto(measure, result));
    else tiles.push(withAim(tileDto(measure, result, scene), measure, targets.get(measure.key)));
  }
  return { tiles, hidden };
}

/** The same, giving way between two measures. */
export async function measureInTurns(
  measures: readonly Measure[],
  scene: Scene,
  targets: Targets,
): Promise<{ tiles: TileDto[]; hidden: HiddenMeasureDto[] }> {
  const made: { tiles: TileDto[]; hidden: HiddenMeasureDto[] } = { tiles: [], hidden: [] };
  await inTurns(measures, (measure) => {
    const { tiles, hidden } = measureTiles([measure], scene, targets);
    made.tiles.push(...tiles);
    made.hidden.push(...hidden);
  });
  return made;
}
