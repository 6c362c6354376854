/** The first few of many in an order, without putting the many in order. */
export function firstOf<Item>(
  items: readonly Item[],
  most: number,
  compare: (a: Item, b: Item) => number,
): Item[] {
  if (most <= 0) return [];
  if (most >= items.length) return [...items].sort(compare);
  const first: Item[] = [];
  for (const item of items) {
    const last = first[most - 1];
    if (last !== undefined && compare(item, last) >= 0) continue;
    if (last !== undefined) first.pop();
    const at = first.findIndex((other) => compare(item, other) < 0);
    first.splice(at < 0 ? first.length : at, 0, item);
  }
  return first;
}
