import type { Interval, NoFigureReason } from "@/lib/metrics";

/** A figure as a page gets it: with its doubt, or null with the reason. */
export type EstimateDto = {
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
  reason: NoFigureReason | null;
};

type Estimated =
  | { value: number; n: number; interval: Interval | null }
  | { value: null; n: number; reason: NoFigureReason };

export function estimateDto(estimate: Estimated): EstimateDto {
  const { value, n } = estimate;
  if (value === null) return { value, low: null, high: null, n, reason: estimate.reason };
  const { interval } = estimate;
  return { value, low: interval?.low ?? null, high: interval?.high ?? null, n, reason: null };
}

/** The same where so few say more than a statistic of them: no figure, but how many there are. */
export function enoughDto(estimate: Estimated, fewest: number): EstimateDto {
  if (estimate.n >= fewest) return estimateDto(estimate);
  const none = { value: null, low: null, high: null };
  return { ...none, n: estimate.n, reason: estimate.n === 0 ? "noData" : "tooFewAnswers" };
}
