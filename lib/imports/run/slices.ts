import type { CsvRow } from "../file/csv-rows";
import { type IdColumns, idOf, type RunPlan } from "./plan-run";

export const SLICE_ROWS = 5_000;

async function* inOrder(
  open: () => AsyncIterable<CsvRow>,
  columns: IdColumns,
  plan: RunPlan,
): AsyncGenerator<CsvRow> {
  const levels = plan.levels;
  if (levels === null) {
    yield* open();
    return;
  }
  for (let level = 0; level < levels.count; level += 1) {
    for await (const row of open()) {
      if ((levels.levelOf.get(idOf(row, columns)) ?? 0) === level) yield row;
    }
  }
}

/** The rows in the order they are written, always the same, from the `skip`-th on. */
export async function* slices(
  open: () => AsyncIterable<CsvRow>,
  columns: IdColumns,
  plan: RunPlan,
  skip: number,
): AsyncGenerator<CsvRow[]> {
  let left = skip;
  let slice: CsvRow[] = [];
  for await (const row of inOrder(open, columns, plan)) {
    if (left > 0) {
      left -= 1;
      continue;
    }
    slice.push(row);
    if (slice.length < SLICE_ROWS) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}
