export type Direction = "left" | "right" | "up" | "down";
type Place = { id: string; x: number; y: number };

/** The dot that an arrow key reaches: near, and more along the way than beside it. */
export function nearestDot(
  places: readonly Place[],
  fromId: string,
  direction: Direction,
): string | null {
  const from = places.find((place) => place.id === fromId);
  if (!from) return null;
  let best: string | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const place of places) {
    if (place.id === fromId) continue;
    const dx = place.x - from.x;
    const dy = place.y - from.y;
    const along = { left: -dx, right: dx, up: -dy, down: dy }[direction];
    const beside = direction === "left" || direction === "right" ? Math.abs(dy) : Math.abs(dx);
    if (along <= 0) continue;
    const cost = along + 2 * beside;
    if (cost < bestCost) {
      bestCost = cost;
      best = place.id;
    }
  }
  return best;
}
