/** Parents before children: 0 for rows whose parent is not in the file, else one below the parent. */
export type Levels = { levelOf: Map<string, number>; circular: Set<string>; count: number };

export function rowLevels(parentOf: ReadonlyMap<string, string | null>): Levels {
  const levelOf = new Map<string, number>();
  const circular = new Set<string>();
  let count = 1;
  for (const start of parentOf.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let id: string | null = start;
    while (id !== null && parentOf.has(id) && !levelOf.has(id) && !onPath.has(id)) {
      path.push(id);
      onPath.add(id);
      id = parentOf.get(id) ?? null;
    }
    if (id !== null && onPath.has(id)) {
      for (const member of path.slice(path.indexOf(id))) circular.add(member);
    }
    const top = id === null || !parentOf.has(id) || onPath.has(id) ? -1 : (levelOf.get(id) ?? -1);
    for (const [i, member] of path.reverse().entries()) levelOf.set(member, top + 1 + i);
    count = Math.max(count, top + 1 + path.length);
  }
  return { levelOf, circular, count };
}
