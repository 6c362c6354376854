import type { Place } from "./order-touchpoints";

export const DIRECTIONS = ["up", "down", "left", "right"] as const;
export type Direction = (typeof DIRECTIONS)[number];

function swapped(order: readonly Place[], a: Place, b: Place | undefined): Place[] {
  if (!b) return [...order];
  return order.map((place) => (place === a ? b : place === b ? a : place));
}

/** The order after one step: past the neighbour in its stage, or to the end of the next stage. */
export function movedOrder(
  order: readonly Place[],
  stages: readonly string[],
  place: Place,
  direction: Direction,
): Place[] {
  if (direction === "up" || direction === "down") {
    const column = order.filter((one) => one.stage === place.stage);
    const step = direction === "up" ? -1 : 1;
    return swapped(order, place, column[column.indexOf(place) + step]);
  }
  const step = direction === "left" ? -1 : 1;
  const stage = stages[stages.indexOf(place.stage) + step];
  if (stage === undefined) return [...order];
  return [...order.filter((one) => one !== place), { ...place, stage }];
}
