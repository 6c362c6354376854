import type { CsvRow } from "../file/csv-rows";
import { type IdColumns, idOf, type RunPlan } from "./plan-run";

/** So few that what a slice needs is gone before the memory of long-lived things fills with it. */
export const SLICE_ROWS = 2_000;

/**
 * The rows in the order they are written, always the same, from the `skip`-th on. A slice never
 * holds rows of two levels: parents must be in before a row that names them is looked at.
 */
export async function* slices(
  open: () => AsyncIterable<CsvRow[]>,
  columns: IdColumns,
  plan: RunPlan,
  skip: number,
): AsyncGenerator<CsvRow[]> {
  const { levels } = plan;
  let left = skip;
  for (let level = 0; level < (levels?.count ?? 1); level += 1) {
    let slice: CsvRow[] = [];
    for await (const rows of open()) {
      for (const row of rows) {
        if (levels && (levels.levelOf.get(idOf(row, columns)) ?? 0) !== level) continue;
        if (left > 0) {
          left -= 1;
          continue;
        }
        slice.push(row);
        if (slice.length < SLICE_ROWS) continue;
        yield slice;
        slice = [];
      }
    }
    if (slice.length > 0) yield slice;
  }
}
