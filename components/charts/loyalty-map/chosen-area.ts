import type { MapDot, Region, RegionLayout } from "./map-types";
import type { Box } from "./pack-dots";

/** A rectangle of the map as an address has it; a bound that cuts nothing off is left out. */
export type AreaQuery = { place: Region } & Partial<
  Record<"behaviourFrom" | "behaviourTo" | "attitudeFrom" | "attitudeTo", string>
>;

function bounds(low: number, high: number, scores: readonly (number | null)[]) {
  const known = scores.filter((score) => score !== null);
  const from = Math.floor(Math.min(low, ...known) * 100 + 1e-9) / 100;
  const to = Math.ceil(Math.max(high, ...known) * 100 - 1e-9) / 100;
  return {
    ...(from > 0 ? { from: String(from) } : {}),
    ...(to < 1 ? { to: String(to) } : {}),
  };
}

/**
 * What a rectangle drawn with the pointer means. Dots are moved aside so that none covers another: whoever
 * is drawn inside is chosen, and whoever has the same scores with them.
 */
export function areaOf(
  place: Region,
  { width, height, dots }: Pick<RegionLayout, "width" | "height" | "dots">,
  box: Box,
): AreaQuery {
  const inside = dots.filter(
    ({ x, y }: MapDot) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  );
  const across = bounds(
    box.left / width,
    box.right / width,
    inside.map(({ behaviour }) => behaviour),
  );
  const up = bounds(
    1 - box.bottom / height,
    1 - box.top / height,
    inside.map(({ attitude }) => attitude),
  );
  return {
    place,
    ...(place !== "tooNew" && across.from ? { behaviourFrom: across.from } : {}),
    ...(place !== "tooNew" && across.to ? { behaviourTo: across.to } : {}),
    ...(place !== "unheard" && up.from ? { attitudeFrom: up.from } : {}),
    ...(place !== "unheard" && up.to ? { attitudeTo: up.to } : {}),
  };
}
