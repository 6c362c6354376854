import type { Box, Dot } from "./pack-dots";

export type LabelRequest = { id: string; text: string; isWanted: boolean };
export type PlacedLabel = { id: string; text: string; box: Box; side: "left" | "right" };

const HEIGHT = 15;
const WIDTH_PER_LETTER = 6.6;

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function coveredDots(box: Box, dots: readonly Dot[], own: string): number {
  let count = 0;
  for (const dot of dots) {
    if (dot.id === own) continue;
    const dx = dot.x - Math.min(box.right, Math.max(box.left, dot.x));
    const dy = dot.y - Math.min(box.bottom, Math.max(box.top, dot.y));
    if (Math.hypot(dx, dy) < dot.r) count += 1;
  }
  return count;
}

function candidates(dot: Dot, width: number): { box: Box; side: "left" | "right" }[] {
  return [0, -0.8, 0.8, -1.6, 1.6].flatMap((shift) => {
    const top = dot.y - HEIGHT / 2 + shift * HEIGHT;
    const away = dot.r + 4 - (Math.abs(shift) > 1 ? dot.r : 0);
    const right = dot.x + away;
    const left = dot.x - away;
    return [
      {
        side: "right" as const,
        box: { left: right, right: right + width, top, bottom: top + HEIGHT },
      },
      {
        side: "left" as const,
        box: { left: left - width, right: left, top, bottom: top + HEIGHT },
      },
    ];
  });
}

/**
 * Names beside their dots: never over another name, never outside, over as few dots as can be. A name
 * that finds no clear place is left out, unless it is wanted (the account moved).
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  dots: readonly Dot[],
  area: Box,
): PlacedLabel[] {
  const byId = new Map(dots.map((dot) => [dot.id, dot]));
  const placed: PlacedLabel[] = [];
  for (const request of requests) {
    const dot = byId.get(request.id);
    if (!dot) continue;
    const width = request.text.length * WIDTH_PER_LETTER;
    const free = candidates(dot, width)
      .filter(
        ({ box }) =>
          box.left >= area.left &&
          box.right <= area.right &&
          box.top >= area.top &&
          box.bottom <= area.bottom &&
          !placed.some((other) => overlap(box, other.box)),
      )
      .map((candidate) => ({ ...candidate, covers: coveredDots(candidate.box, dots, dot.id) }))
      .sort((a, b) => a.covers - b.covers);
    const best = free[0];
    if (!best || (best.covers > 0 && !request.isWanted)) continue;
    placed.push({ id: request.id, text: request.text, box: best.box, side: best.side });
  }
  return placed;
}
