import type { CsvRow } from "../file/csv-rows";
import { type IdColumns, idOf, type RunPlan } from "./plan-run";

export const SLICE_ROWS = 5_000;

async function* rowsOfLevel(
  rows: AsyncIterable<CsvRow>,
  columns: IdColumns,
  plan: RunPlan,
  level: number,
): AsyncGenerator<CsvRow> {
  for await (const row of rows) {
    const own = plan.levels?.levelOf.get(idOf(row, columns)) ?? 0;
    if (own === level) yield row;
  }
}

/**
 * The rows in the order they are written, always the same, from the `skip`-th on. A slice never
 * holds rows of two levels: parents must be in before a row that names them is looked at.
 */
export async function* slices(
  open: () => AsyncIterable<CsvRow>,
  columns: IdColumns,
  plan: RunPlan,
  skip: number,
): AsyncGenerator<CsvRow[]> {
  let left = skip;
  for (let level = 0; level < (plan.levels?.count ?? 1); level += 1) {
    let slice: CsvRow[] = [];
    for await (const row of rowsOfLevel(open(), columns, plan, level)) {
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
}
