import { readdirSync, readFileSync } from "node:fs";

// What a process and its children have computed so far, from /proc; elsewhere than on Linux nothing is
// known. Unlike the clock it does not care what else the machine does.

const MS_PER_TICK = 10;

type Stat = { pid: number; parent: number; ms: number };

function readStats(): Stat[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      // The name in brackets may hold spaces; what follows it are numbers.
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      // Of its own and of children that have ended: a connection that closes must not take its time along.
      const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
      return [{ pid: Number(pid), parent: Number(fields[1]), ms: ticks * MS_PER_TICK }];
    } catch {
      return [];
    }
  });
}

/** @returns milliseconds; null where it cannot be known. */
export function cpuOf(root: number | null): number | null {
  if (root === null || process.platform !== "linux") return null;
  const stats = readStats();
  const family = new Set([root]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const { pid, parent } of stats) if (family.has(parent)) family.add(pid);
  }
  return stats.filter(({ pid }) => family.has(pid)).reduce((sum, { ms }) => sum + ms, 0);
}
