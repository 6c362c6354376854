import { repurchaseCurve } from "@/lib/metrics";
import type { RepurchaseCurveDto } from "../buying.types";
import { newcomers } from "../measures/newcomers";
import type { Scene } from "../scene";

/** Two years: whoever comes back later was won anew. */
const DAYS_SHOWN = 730;
const STEP_DAYS = 5;

/** From the first order to the second, of those whose first order we saw. */
export function buildCurve(scene: Scene): RepurchaseCurveDto {
  const { asOfDay } = scene;
  const curve = repurchaseCurve(newcomers(scene.facts, scene.units), { asOfDay });
  const none = { points: [], customers: curve.n, reordered: 0, halfDay: null };
  if (curve.reason !== null || curve.n < scene.settings.fewestForStatistic) return none;
  const last = Math.min(DAYS_SHOWN, curve.lastDay);
  const points: RepurchaseCurveDto["points"] = [
    { day: 0, share: 0, low: 0, high: 0, atRisk: curve.n },
  ];
  for (const { day, share, low, high, atRisk } of curve.points) {
    if (day > last) break;
    const point = { day, share, low, high, atRisk };
    const before = points.at(-1);
    // Of steps a few days apart the last one is drawn; more points than pixels help nobody.
    if (before && before.day > 0 && day - before.day < STEP_DAYS) points[points.length - 1] = point;
    else points.push(point);
  }
  const end = points.at(-1);
  if (end && end.day < last) points.push({ ...end, day: last });
  return { points, customers: curve.n, reordered: curve.reordered, halfDay: curve.halfDay };
}
