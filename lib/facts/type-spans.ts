import { firstDayOfMonth } from "@/lib/metrics";
import type { TermRow } from "./account-rows";
import { closeOfMonth } from "./build-account-months";

/** First and last day on which a product type was ordered or under contract, without a year between. */
export type TypeSpan = readonly [firstDay: number, lastDay: number];

/** A type is owned for a year after its last order, or the end of its contract. */
const YEAR_DAYS = 365;

function merged(spans: readonly TypeSpan[]): TypeSpan[] {
  const out: [number, number][] = [];
  for (const [first, last] of [...spans].sort(([a], [b]) => a - b)) {
    const previous = out.at(-1);
    if (previous && first <= previous[1] + YEAR_DAYS) previous[1] = Math.max(previous[1], last);
    else out.push([first, last]);
  }
  return out;
}

/** When each product type was bought; orders are known by month, so their spans are whole months. */
export function spansOfTypes(
  byMonth: ReadonlyMap<number, ReadonlySet<string>>,
  terms: readonly TermRow[],
  horizonDay: number,
): Map<string, readonly TypeSpan[]> {
  const spans = new Map<string, TypeSpan[]>();
  const see = (id: string, span: TypeSpan) => {
    const own = spans.get(id);
    if (own) own.push(span);
    else spans.set(id, [span]);
  };
  for (const [month, ids] of byMonth)
    for (const id of ids) see(id, [firstDayOfMonth(month), closeOfMonth(month)]);
  for (const { productTypeId, startDay, endedDay, autoRenews, endDay } of terms)
    if (productTypeId !== null)
      see(productTypeId, [startDay, endedDay ?? (autoRenews ? horizonDay : endDay) ?? horizonDay]);
  return new Map([...spans].map(([id, own]) => [id, merged(own)]));
}

/** Product types under contract, or ordered in the 12 months up to a day; what came later is not known on it. */
export function typesOwnedAt(
  spans: ReadonlyMap<string, readonly TypeSpan[]>,
  asOfDay: number,
): Set<string> {
  const owned = new Set<string>();
  for (const [id, own] of spans)
    if (own.some(([first, last]) => first <= asOfDay && last > asOfDay - YEAR_DAYS)) owned.add(id);
  return owned;
}
