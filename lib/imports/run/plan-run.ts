import type { CsvRow } from "../file/csv-rows";
import { cleanCell } from "../kinds/row";
import { type Levels, rowLevels } from "./row-levels";

/** What is known of a whole file before its first row is written. */
export type RunPlan = {
  rowsTotal: number;
  /** Only ids that occur more than once: the row that counts. */
  lastRowOf: ReadonlyMap<string, number>;
  /** By row number, of rows without an id: how many before it say the same, where any does. */
  sameBefore: ReadonlyMap<number, number>;
  levels: Levels | null;
};

/** Positions of the columns that tell rows apart, and of the one that names another row. */
export type IdColumns = { ids: readonly number[]; parent: number | null };

/** A 53-bit hash (cyrb53): 8 bytes a row find the few ids worth remembering in full. */
function hash(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

function repeated(hashes: readonly number[]): Set<number> {
  const sorted = Float64Array.from(hashes).sort();
  const twice = new Set<number>();
  for (let i = 1; i < sorted.length; i += 1) {
    const value = sorted[i];
    if (value !== undefined && value === sorted[i - 1]) twice.add(value);
  }
  return twice;
}

/** "" where the row has none. */
export function idOf({ cells }: { cells: readonly string[] }, columns: IdColumns): string {
  const [only = -1, ...more] = columns.ids;
  if (more.length === 0) return cleanCell(cells[only] ?? "");
  const parts = columns.ids.map((position) => cleanCell(cells[position] ?? ""));
  return parts.some((part) => part !== "") ? parts.join("\n") : "";
}

async function findLastRows(
  batches: AsyncIterable<CsvRow[]>,
  columns: IdColumns,
  hashes: ReadonlySet<number>,
): Promise<Map<string, number>> {
  const last = new Map<string, number>();
  for await (const rows of batches) {
    for (const row of rows) {
      const id = idOf(row, columns);
      if (hashes.has(hash(id))) last.set(id, row.rowNumber);
    }
  }
  return last;
}

type SameAs = (row: CsvRow) => string | null;

async function countSame(
  batches: AsyncIterable<CsvRow[]>,
  sameAs: SameAs,
  hashes: ReadonlySet<number>,
): Promise<Map<number, number>> {
  const seen = new Map<string, number>();
  const before = new Map<number, number>();
  for await (const rows of batches) {
    for (const row of rows) {
      const key = sameAs(row);
      if (key === null || !hashes.has(hash(key))) continue;
      const count = seen.get(key) ?? 0;
      if (count > 0) before.set(row.rowNumber, count);
      seen.set(key, count + 1);
    }
  }
  return before;
}

/**
 * Reads the whole file once (twice where ids repeat) and writes nothing, so that a file that breaks
 * off in its middle is refused before its first row is in.
 */
export async function planRun(
  open: () => AsyncIterable<CsvRow[]>,
  columns: IdColumns,
  sameAs: SameAs | null = null,
): Promise<RunPlan> {
  const hashes: number[] = [];
  const sameHashes: number[] = [];
  const parentOf = new Map<string, string | null>();
  let rowsTotal = 0;
  for await (const rows of open()) {
    rowsTotal += rows.length;
    for (const row of rows) {
      const same = sameAs?.(row) ?? null;
      if (same !== null) sameHashes.push(hash(same));
      const id = idOf(row, columns);
      if (id === "") continue;
      hashes.push(hash(id));
      if (columns.parent === null) continue;
      parentOf.set(id, cleanCell(row.cells[columns.parent] ?? "") || null);
    }
  }
  const twice = repeated(hashes);
  const lastRowOf = twice.size > 0 ? await findLastRows(open(), columns, twice) : new Map();
  const alike = repeated(sameHashes);
  const sameBefore =
    sameAs !== null && alike.size > 0 ? await countSame(open(), sameAs, alike) : new Map();
  return {
    rowsTotal,
    lastRowOf,
    sameBefore,
    levels: columns.parent === null ? null : rowLevels(parentOf),
  };
}
