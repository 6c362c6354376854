import { currencyExponent } from "@/lib/format/currency-exponent";
import { FIGURE_RANGES } from "@/lib/segments/segment-figures";
import type { SegmentCondition } from "@/lib/segments/segment-rules";

export type FigureCondition = Extract<SegmentCondition, { kind: "figure" | "runningRevenue" }>;
export type Bound = "atLeast" | "atMost";

/** Stored units in one of those a person types: percent for a ratio, the currency's own unit for money. */
function scaleOf(condition: FigureCondition): number {
  if (condition.kind === "runningRevenue") return 10 ** currencyExponent(condition.currency);
  return condition.figure === "shareOfWallet" ? 100 : 1;
}

/** What may be typed, in the units of the field. */
export function typedRange(condition: FigureCondition): { min?: number; max?: number } {
  if (condition.kind === "runningRevenue") return {};
  const { min, max } = FIGURE_RANGES[condition.figure];
  const scale = scaleOf(condition);
  return { min: min * scale, max: max * scale };
}

/** What stands in the field; empty where no bound is given. */
export function typedBound(condition: FigureCondition, bound: Bound): string {
  const scale = scaleOf(condition);
  if (condition.kind === "runningRevenue") {
    const minor = bound === "atLeast" ? condition.atLeastMinor : condition.atMostMinor;
    return minor === null ? "" : String(minor / scale);
  }
  const value = condition[bound];
  if (value === null) return "";
  return String(condition.figure === "shareOfWallet" ? Math.round(value * 1e4) / 1e2 : value);
}

/** The condition with what was typed; anything but a number is no bound. */
export function withBound(
  condition: FigureCondition,
  bound: Bound,
  typed: string,
): FigureCondition {
  const number = typed.trim() === "" ? Number.NaN : Number(typed);
  const given = Number.isFinite(number) ? number : null;
  if (condition.kind === "figure") {
    const scale = scaleOf(condition);
    return { ...condition, [bound]: given === null ? null : given / scale };
  }
  const minor = given === null ? null : Math.round(given * scaleOf(condition));
  return bound === "atLeast"
    ? { ...condition, atLeastMinor: minor }
    : { ...condition, atMostMinor: minor };
}
