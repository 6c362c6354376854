import { checkBetween } from "../core/check";
import { sumOf } from "../core/order-statistics";
import { type Estimate, interval, noFigure, z95 } from "../core/result";
import { wilsonInterval } from "../statistics/wilson-interval";
import type { PredictedRow } from "./brier-score";
import { type LogisticLine, logisticLine } from "./logistic-line";
import { type Band, bandsOf, edgesOf } from "./score-bands";

export type CalibrationBand = Band & {
  /** Mean predicted chance of being retained. */
  readonly expected: number;
  readonly observed: Estimate;
  readonly lost: number;
  /** The prediction lies outside the interval of what happened. */
  readonly isOff: boolean;
};

export type Calibration = {
  /** Expected over observed losses: 1 is right, above 1 too dark, below 1 too rosy. */
  readonly expectedOverObserved: Estimate<"noData" | "nothingDiffers">;
  /** Rise of the log odds per unit of the predicted log odds: 1 is right, below 1 too extreme. */
  readonly slope: Estimate<"noData" | "notIdentified">;
  readonly bands: readonly CalibrationBand[];
  readonly n: number;
};

/**
 * Calibration: where a chance of 90 % was predicted, did nine of ten stay?
 *
 * Formula: per band of the predicted chance its mean beside the retained share (Wilson). Over all,
 * expected / observed losses, interval exp(ln of it +/- 1.96 x root of ((1 - lost share) / losses));
 * slope of a logistic line through the outcomes on the predicted log odds.
 *
 * @param rows one row per account: predicted chance of being retained, 0..1, and whether it was
 * @param options edges: lower edges of the bands, quartiles of the chances by default
 * @returns expected over observed losses (1 is right), slope (1 is right), and the bands; n accounts
 * Empty: noData without rows, nothingDiffers without losses; no slope (notIdentified) where a chance is
 *   0 or 1, all are equal, or they split retained from lost.
 * @throws RangeError when a chance is not 0..1 or the edges do not ascend, naming the row
 * @source Cox (1958), Biometrika 45; Debray et al. (2017), BMJ 356, on the ratio's error; Wilson (1927)
 * @example calibration([{ probability: 0.9, isRetained: true }, { probability: 0.7, isRetained: false }]).expectedOverObserved.value // => 0.4
 */
export function calibration(
  rows: readonly PredictedRow[],
  options: { readonly edges?: readonly number[] } = {},
): Calibration {
  const chances = rows.map(({ probability }, index) =>
    checkBetween(probability, 0, 1, `rows[${index}].probability`),
  );
  const isRetained = rows.map((row) => row.isRetained);
  const logOdds = chances.map((chance) => Math.log(chance / (1 - chance)));
  const line = logOdds.every(Number.isFinite) ? logisticLine(logOdds, isRetained) : null;
  return {
    expectedOverObserved: lossRatio(chances, isRetained),
    slope: slopeOf(line, rows.length),
    bands: calibrationBands(chances, chances, isRetained, edgesOf(chances, options.edges)),
    n: rows.length,
  };
}

export function slopeOf(
  line: LogisticLine | null,
  n: number,
): Estimate<"noData" | "notIdentified"> {
  if (line === null) return noFigure(n, n === 0 ? "noData" : "notIdentified");
  const half = z95 * line.slopeError;
  const { slope } = line;
  return { value: slope, n, interval: interval("wald", slope - half, slope + half, { n }) };
}

export function calibrationBands(
  scores: readonly number[],
  chances: readonly number[],
  isRetained: readonly boolean[],
  edges: readonly number[],
): CalibrationBand[] {
  return bandsOf(scores, edges).map(({ from, to, places }) => {
    const expected = sumOf(places, (place) => chances[place] as number) / places.length;
    const kept = places.filter((place) => isRetained[place]).length;
    const observed = wilsonInterval(kept, places.length);
    const limits = observed.value === null ? null : observed.interval;
    const isOff = limits !== null && (expected < limits.low || expected > limits.high);
    return { from, to, expected, observed, lost: places.length - kept, isOff };
  });
}

function lossRatio(
  chances: readonly number[],
  isRetained: readonly boolean[],
): Calibration["expectedOverObserved"] {
  const n = chances.length;
  if (n === 0) return noFigure(n, "noData");
  const lost = isRetained.filter((kept) => !kept).length;
  if (lost === 0) return noFigure(n, "nothingDiffers");
  const value = sumOf(chances, (chance) => 1 - chance) / lost;
  const spread = Math.exp(z95 * Math.sqrt((1 - lost / n) / lost));
  return { value, n, interval: interval("logRatio", value / spread, value * spread, { n }) };
}
