import type { DensityCell, MapAccount } from "./map-types";

const CELL = 20;

/** How many accounts stand where, as shares of the fullest cell; a strip knows one direction only. */
export function densityOf(
  accounts: readonly (Pick<MapAccount, "behaviour" | "attitude"> & { accounts?: number })[],
  size: { width: number; height: number },
): DensityCell[] {
  const knowsBehaviour = accounts.some(({ behaviour }) => behaviour !== null);
  const knowsAttitude = accounts.some(({ attitude }) => attitude !== null);
  const columns = knowsBehaviour ? Math.max(1, Math.round(size.width / CELL)) : 1;
  const rows = knowsAttitude ? Math.max(1, Math.round(size.height / CELL)) : 1;
  const counts = new Map<number, number>();
  for (const { behaviour, attitude, accounts: count = 1 } of accounts) {
    const column = Math.min(columns - 1, Math.floor((behaviour ?? 0.5) * columns));
    const row = Math.min(rows - 1, Math.floor((attitude === null ? 0.5 : 1 - attitude) * rows));
    const key = row * columns + column;
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  const fullest = Math.max(1, ...counts.values());
  const width = size.width / columns;
  const height = size.height / rows;
  return [...counts].map(([key, count]) => ({
    x: (key % columns) * width,
    y: Math.floor(key / columns) * height,
    width,
    height,
    weight: Math.sqrt(count / fullest),
  }));
}
