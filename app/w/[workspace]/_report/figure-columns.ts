import type { Currency } from "@/lib/format/currency";
import type { FigureCell, FigureColumn } from "@/lib/format/figure-table";
import type { EstimateDto } from "@/lib/loyalty/estimate-dto";

/** What the numbers of a figure are. */
type FigureKind =
  | { kind: "share" | "number"; decimals?: number }
  | { kind: "money"; currency: Currency };

/** What stands after a figure's name over the ends of its interval. */
type IntervalNames = { from: string; to: string };

/** A figure and both ends of its interval, under one name. */
export function rangeColumns(name: string, kind: FigureKind, names: IntervalNames): FigureColumn[] {
  return [
    { header: name, ...kind },
    { header: `${name}, ${names.from}`, ...kind },
    { header: `${name}, ${names.to}`, ...kind },
  ];
}

/** The same, and of how many. */
export function estimateColumns(
  name: string,
  kind: FigureKind,
  names: IntervalNames & { n: string },
): FigureColumn[] {
  return [...rangeColumns(name, kind, names), { header: `${name}, ${names.n}`, kind: "number" }];
}

export function rangeCells({ value, low, high }: Omit<EstimateDto, "n" | "reason">): FigureCell[] {
  return [value, low, high];
}

export function estimateCells(estimate: Omit<EstimateDto, "reason">): FigureCell[] {
  return [...rangeCells(estimate), estimate.n];
}
