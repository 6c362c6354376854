import { setImmediate as nextTurn } from "node:timers/promises";

const TURN_MS = 20;

/** Work on many things that gives way to whatever else waits, every so many milliseconds. */
export async function inTurns<Item>(
  items: readonly Item[],
  work: (item: Item) => void,
): Promise<void> {
  let until = performance.now() + TURN_MS;
  for (const item of items) {
    work(item);
    if (performance.now() < until) continue;
    await nextTurn();
    until = performance.now() + TURN_MS;
  }
}
