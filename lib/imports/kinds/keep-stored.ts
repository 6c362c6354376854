import type { Cell, Row } from "../rows/import-table";

/** Columns that the file does not have keep what is stored; empty cells of those it has clear it. */
export function keepStored(has: (field: string) => boolean, stored: Row | null) {
  return (field: string, given: Cell, column: string): Cell =>
    has(field) ? given : (stored?.[column] ?? null);
}
