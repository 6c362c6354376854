/** At most so many of a list, evenly spread over it; the same ones every time. */
export function evenSample<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  let due = 0;
  return items.filter(() => {
    due += most;
    if (due < items.length) return false;
    due -= items.length;
    return true;
  });
}
