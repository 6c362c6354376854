import type { ImportTable, Row } from "../rows/import-table";
import { touchedAccounts, writeRows } from "../rows/write-rows";
import type { ApplyCall, Outcome, ParsedRow, RejectedRow } from "./import-kind";

type Identified = { externalId: string };
type Made = { problem: { field: string; message: string } } | { make: (stored: Row | null) => Row };

/** Rows of a table that are known again by source and id; `prepare` looks at each and says why it cannot be. */
export async function writeById<Value extends Identified>(
  call: ApplyCall<Value>,
  table: ImportTable,
  prepare: (row: ParsedRow<Value>) => Made,
): Promise<Outcome> {
  const rejected: RejectedRow[] = [];
  const candidates = call.rows.flatMap((row) => {
    const { rowNumber, cells, value } = row;
    const made = prepare(row);
    if ("problem" in made) {
      rejected.push({ rowNumber, cells, ...made.problem });
      return [];
    }
    const key = { source: call.source, external_id: value.externalId };
    return { rowNumber, key, make: (stored: Row | null) => ({ ...made.make(stored), ...key }) };
  });
  const written = await writeRows(call, table, candidates);
  return {
    created: written.created.length,
    changed: written.changed.length,
    rejected,
    touchedAccountIds: touchedAccounts(table, written),
  };
}
