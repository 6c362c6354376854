import { measureTiles, type Targets } from "./build-tiles";
import { enoughDto } from "./estimate-dto";
import { customerChurnMeasure, customerRetentionMeasure } from "./measures/customer-measures";
import { renewalRateMeasure } from "./measures/renewal-measure";
import { retainedAt } from "./measures/retained-revenue";
import { grossMeasure, netMeasure } from "./measures/revenue-measures";
import type { RetentionDto } from "./retention.types";
import type { Scene } from "./scene";

const MEASURES = [
  netMeasure,
  grossMeasure,
  customerRetentionMeasure,
  customerChurnMeasure,
  renewalRateMeasure,
] as const;

/** The bridge of the last year and the tiles of everything that is retained. */
export function buildRetention(
  scene: Scene,
  targets: Targets,
): Pick<RetentionDto, "bridge" | "net" | "tiles" | "hidden"> {
  const { bridge, net } = retainedAt(scene, scene.asOfDay, "net");
  return {
    ...measureTiles(MEASURES, scene, targets),
    bridge: bridge.openingMinor > 0 ? bridge : null,
    net: enoughDto(net, scene.settings.fewestForStatistic),
  };
}
