export type Dot = { id: string; x: number; y: number; r: number };
export type Box = { left: number; top: number; right: number; bottom: number };

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const STEP = 1.2;
const GAP = 0.6;

function clamp(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));
}

/** Dots already placed, by cell, so that only neighbours are compared. */
class Placed {
  readonly #size: number;
  readonly #cells = new Map<string, Dot[]>();

  constructor(largestRadius: number) {
    this.#size = Math.max(1, 2 * largestRadius + GAP);
  }

  add(dot: Dot): void {
    const key = `${Math.floor(dot.x / this.#size)}|${Math.floor(dot.y / this.#size)}`;
    const cell = this.#cells.get(key);
    if (cell) cell.push(dot);
    else this.#cells.set(key, [dot]);
  }

  isFree(x: number, y: number, r: number): boolean {
    const column = Math.floor(x / this.#size);
    const row = Math.floor(y / this.#size);
    for (let c = column - 1; c <= column + 1; c += 1) {
      for (let d = row - 1; d <= row + 1; d += 1) {
        for (const dot of this.#cells.get(`${c}|${d}`) ?? []) {
          if (Math.hypot(dot.x - x, dot.y - y) < dot.r + r + GAP) return false;
        }
      }
    }
    return true;
  }
}

/** Largest first, equal ones by id: the same accounts give the same picture, in whatever order. */
function inOrder(dots: readonly Dot[]): Dot[] {
  return [...dots].sort((a, b) => b.r - a.r || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function tryToPack(dots: readonly Dot[], boxOf: (dot: Dot) => Box): Dot[] | null {
  const placed = new Placed(dots[0]?.r ?? 0);
  const startAt = new Map<string, number>();
  const result: Dot[] = [];
  for (const dot of dots) {
    const box = boxOf(dot);
    const x = clamp(dot.x, box.left + dot.r, box.right - dot.r);
    const y = clamp(dot.y, box.top + dot.r, box.bottom - dot.r);
    const origin = `${x.toFixed(1)}|${y.toFixed(1)}`;
    const reach = Math.hypot(box.right - box.left, box.bottom - box.top);
    const tries = (reach / STEP) ** 2;
    let k = startAt.get(origin) ?? 0;
    let spot: Dot | null = null;
    for (; k < tries; k += 1) {
      const distance = STEP * Math.sqrt(k);
      const px = x + distance * Math.cos(k * GOLDEN_ANGLE);
      const py = y + distance * Math.sin(k * GOLDEN_ANGLE);
      const isInside =
        px - dot.r >= box.left - 1e-9 &&
        px + dot.r <= box.right + 1e-9 &&
        py - dot.r >= box.top - 1e-9 &&
        py + dot.r <= box.bottom + 1e-9;
      if ((k === 0 || isInside) && placed.isFree(px, py, dot.r)) {
        spot = { ...dot, x: px, y: py };
        break;
      }
    }
    if (!spot) return null;
    startAt.set(origin, k);
    placed.add(spot);
    result.push(spot);
  }
  return result;
}

/**
 * Moves dots aside until none lies over another, each staying inside its own box (its side of the cut
 * lines). Where they do not fit, all shrink together, so that areas stay comparable.
 */
export function packDots(
  dots: readonly Dot[],
  boxOf: (dot: Dot) => Box,
): { dots: Dot[]; shrink: number } {
  const sorted = inOrder(dots);
  for (let shrink = 1; shrink > 0.05; shrink *= 0.88) {
    const scaled = sorted.map((dot) => ({ ...dot, r: dot.r * shrink }));
    const placed = tryToPack(scaled, boxOf);
    if (placed) return { dots: placed, shrink };
  }
  return { dots: [], shrink: 0 };
}
