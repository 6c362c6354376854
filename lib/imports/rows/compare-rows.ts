import { type ImportTable, keyOf, type Row, written } from "./import-table";

export type Candidate = {
  rowNumber: number;
  /** Values of the table's key. */
  key: Row;
  /** The row as it is to stand, from what stands there; called again should that have changed. */
  make: (stored: Row | null) => Row;
};

export type WrittenRow = {
  id: string;
  rowNumber: number;
  row: Row;
  before: Row | null;
  candidate: Candidate;
};

export type Compared = { fresh: WrittenRow[]; differing: WrittenRow[]; ids: Map<string, string> };

export function differs(table: ImportTable, before: Row, after: Row): boolean {
  return written(table).some(([name]) => (before[name] ?? null) !== (after[name] ?? null));
}

/**
 * @param planned the id a trial has given to a row that is not stored, by key.
 * @param makeId ids of rows that are new; a trial needs none unless they are named later.
 * @param isCounted whether an earlier row of the file was counted as that row's making.
 */
export function compareRows(
  table: ImportTable,
  candidates: readonly Candidate[],
  stored: ReadonlyMap<string, Row>,
  planned: (key: string) => string | undefined,
  isCounted: (key: string) => boolean,
  makeId: () => string,
): Compared {
  const compared: Compared = { fresh: [], differing: [], ids: new Map() };
  for (const candidate of candidates) {
    const { rowNumber } = candidate;
    const key = keyOf(table, candidate.key);
    const before = stored.get(key) ?? null;
    const known = before === null ? planned(key) : String(before.id);
    const id = known ?? makeId();
    const row = candidate.make(before);
    row.id = id;
    compared.ids.set(key, id);
    if (before === null) {
      if (!isCounted(key)) compared.fresh.push({ id, rowNumber, row, before, candidate });
    } else if (differs(table, before, row)) {
      compared.differing.push({ id, rowNumber, row, before, candidate });
    }
  }
  return compared;
}
