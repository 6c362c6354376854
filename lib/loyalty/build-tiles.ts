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

const TILES_SHOWN = 6;

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

export function buildTiles(
  scene: Scene,
  targets: Targets,
): { tiles: TileDto[]; moreTiles: TileDto[]; hidden: HiddenMeasureDto[] } {
  const { tiles, hidden } = measureTiles(MEASURES, scene, targets);
  return { tiles: tiles.slice(0, TILES_SHOWN), moreTiles: tiles.slice(TILES_SHOWN), hidden };
}
