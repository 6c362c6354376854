import { isoOfDay } from "@/lib/format/calendar";
import { revenueRetention } from "@/lib/metrics";
import { estimateDto } from "./estimate-dto";
import { contractRows, runningRows } from "./measures/retained-revenue";
import type { RetentionDto, RetentionPointDto } from "./retention.types";
import { earlierDays, type Scene } from "./scene";

function pointAt(scene: Scene, day: number): RetentionPointDto {
  return {
    day: isoOfDay(day),
    gross: estimateDto(revenueRetention(contractRows(scene, day)).gross),
    net: estimateDto(revenueRetention(runningRows(scene, day)).net),
  };
}

/** Net retention of everything, gross of contracts, and the bridge of the last year. */
export function buildRetention(scene: Scene): Pick<RetentionDto, "bridge" | "points"> {
  const { bridge } = revenueRetention(runningRows(scene, scene.asOfDay));
  const days = [...earlierDays(scene).reverse(), scene.asOfDay];
  return {
    bridge: bridge.openingMinor > 0 ? bridge : null,
    points: days.map((day) => pointAt(scene, day)),
  };
}
