import { newId } from "@/lib/db/new-id";
import type { Cell, ImportTable, Row } from "./import-table";

export const EXAMPLES_SHOWN = 20;

export type CellChange = { column: string; from: Cell; to: Cell };
export type RowChange = { rowNumber: number; table: ImportTable; row: Row; changes: CellChange[] };

/** A file read through without a word written: what would be made, and what some rows would change. */
export type TrialRows = {
  /** Ids of rows that would be made on the way, by entity and key. */
  planned: Map<string, string>;
  /** Rows counted as new already, by entity and key: others of the file may be about the same. */
  counted: Set<string>;
  changes: RowChange[];
  /** Parents that rows read so far would set: accounts' trees are looked at with them. */
  parentOf: Map<string, string | null>;
  /** Whether another row of the file, not refused so far, has this id. */
  hasRow: (externalId: string) => boolean;
};

export function noTrialRows(hasRow: TrialRows["hasRow"] = () => false): TrialRows {
  return { planned: new Map(), counted: new Set(), changes: [], parentOf: new Map(), hasRow };
}

/** The same made-up id for the same thing, whichever slice names it first. */
export function planRow(
  trial: TrialRows,
  entity: string,
  key: string,
): { id: string; isNew: boolean } {
  const name = `${entity}\n${key}`;
  const known = trial.planned.get(name);
  if (known !== undefined) return { id: known, isNew: false };
  const id = newId();
  trial.planned.set(name, id);
  return { id, isNew: true };
}

function changesOf(table: ImportTable, before: Row, after: Row): CellChange[] {
  return Object.entries(table.columns).flatMap(([column, { label, isOnce }]) => {
    if (label === undefined || isOnce || before[column] === after[column]) return [];
    return { column, from: before[column] ?? null, to: after[column] ?? null };
  });
}

export function noteChanges(
  trial: TrialRows,
  table: ImportTable,
  rows: readonly { rowNumber: number; row: Row; before: Row | null }[],
): void {
  for (const { rowNumber, row, before } of rows) {
    if (trial.changes.length >= EXAMPLES_SHOWN) return;
    const changes = before === null ? [] : changesOf(table, before, row);
    if (changes.length > 0) trial.changes.push({ rowNumber, table, row, changes });
  }
}
