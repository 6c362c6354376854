import os from "node:os";

export type Line = { what: string; measured: string; goal?: string };

const lines: Line[] = [];

/** One line of the table at the end; told at once, because the whole takes long. */
export function note(what: string, measured: string, goal?: string): void {
  lines.push({ what, measured, ...(goal ? { goal } : {}) });
  console.log(`  ${what}: ${measured}${goal ? ` (goal ${goal})` : ""}`);
}

type Point = { what: string; accounts: number; value: number };
const points: Point[] = [];

/** A figure of one size, for what becomes of it as the company grows. */
export function point(what: string, accounts: number, value: number): void {
  points.push({ what, accounts, value });
}

/** Each figure at every size, and how many times the smallest one's the largest one's is. */
export function noteGrowth(): void {
  for (const what of new Set(points.map((one) => one.what))) {
    const own = points.filter((one) => one.what === what).sort((a, b) => a.accounts - b.accounts);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last || first === last) continue;
    const times = (a: number, b: number) => `${(a / b).toFixed(1)} x`;
    note(
      `${what}: ${own.map(({ accounts }) => accounts).join(", ")} accounts`,
      `${own.map(({ value }) => ms(value)).join(", ")} = ${times(last.value, first.value)}`,
      `${times(last.accounts, first.accounts)} the accounts`,
    );
  }
}

export function printTable(about: string): void {
  const width = (of: (line: Line) => string) => Math.max(...lines.map((line) => of(line).length));
  const [first, second] = [width(({ what }) => what), width(({ measured }) => measured)];
  const [cpu] = os.cpus();
  console.log(
    `\n${os.cpus().length} x ${cpu?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ` +
      `Node ${process.versions.node}, ${about}, ${new Date().toISOString().slice(0, 10)}, ` +
      `load ${os.loadavg()[0]?.toFixed(1)}`,
  );
  for (const { what, measured, goal } of lines)
    console.log(`${what.padEnd(first)}  ${measured.padStart(second)}  ${goal ?? ""}`);
}

export function ms(value: number): string {
  return value >= 10_000
    ? `${(value / 1000).toFixed(1)} s`
    : `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

export function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export type Took = { ms: number; cpuMs: number };

/** The clock, and what this process computed meanwhile: others may be busy. */
export async function took<T>(work: () => Promise<T> | T): Promise<Took & { result: T }> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000, result };
}
