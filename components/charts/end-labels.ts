/** Where the name of each curve stands: beside its end, and no two on top of each other. */

/** Height of one name, and the width of a letter of it: wide enough for any of our languages. */
export const LABEL_HEIGHT = 15;
const LETTER = 6.7;
const WIDEST = 168;
/** For names of few and wide letters. */
const SLACK = 5;
/** Between the end of a curve and its name. */
export const LABEL_GAP = 12;

/** More names than this, or a narrower chart, and a key above says it better. */
const MOST = 6;
const NARROWEST = 480;

export function hasRoomForLabels(width: number, labels: number): boolean {
  return width >= NARROWEST && labels <= MOST;
}

/** What the longest name needs at the right, up to a quarter or so of the chart. */
export function roomFor(labels: readonly string[]): number {
  const longest = Math.max(0, ...labels.map((label) => label.length));
  return Math.min(WIDEST, Math.ceil(longest * LETTER)) + LABEL_GAP + SLACK;
}

/** As much of a name as the room holds; the whole of it is said on pointing at it. */
export function shortened(label: string, room: number): string {
  const most = Math.floor((room - LABEL_GAP - SLACK) / LETTER);
  return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`;
}

/** Neighbours that would stand closer than they may share the middle between them. */
function pooled(wanted: readonly number[]): number[] {
  const blocks: { sum: number; n: number }[] = [];
  for (const at of wanted) {
    let block = { sum: at, n: 1 };
    for (
      let last = blocks.at(-1);
      last && last.sum / last.n > block.sum / block.n;
      last = blocks.at(-1)
    ) {
      blocks.pop();
      block = { sum: last.sum + block.sum, n: last.n + block.n };
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ sum, n }) => Array.from({ length: n }, () => sum / n));
}

/** As near as possible to where each is wanted, in that order, a height apart, between top and bottom. */
export function spread(wanted: readonly number[], top: number, bottom: number): number[] {
  const order = wanted.map((_, index) => index);
  order.sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const lowest = Math.max(top, bottom - (order.length - 1) * LABEL_HEIGHT);
  const pushed = pooled(order.map((index, rank) => (wanted[index] ?? 0) - rank * LABEL_HEIGHT));
  const places = new Array<number>(wanted.length).fill(0);
  for (const [rank, index] of order.entries()) {
    const at = Math.min(lowest, Math.max(top, pushed[rank] ?? 0));
    places[index] = at + rank * LABEL_HEIGHT;
  }
  return places;
}
