import { revenueRetention } from "@/lib/metrics";
import { measureTiles, type Targets } from "./build-tiles";
import { enoughDto } from "./estimate-dto";
import { customerChurnMeasure, customerRetentionMeasure } from "./measures/customer-measures";
import { renewalRateMeasure } from "./measures/renewal-measure";
import { runningRows } from "./measures/retained-revenue";
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
  const { bridge, net } = revenueRetention(runningRows(scene, scene.asOfDay));
  return {
    ...measureTiles(MEASURES, scene, targets),
    bridge: bridge.openingMinor > 0 ? bridge : null,
    net: enoughDto(net, scene.settings.fewestForStatistic),
  };
}
