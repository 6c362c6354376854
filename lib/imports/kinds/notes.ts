/** What an import did besides taking rows as they are; shown with its result. */
export const NOTE_TEXTS = {
  rounded: "amounts had more decimals than their currency and were rounded (half to even)",
  replaced: "rows were replaced by a later row with the same id",
  accountsCreated: "accounts were created for rows that named an unknown one",
  employeesCreated: "employees were added for e-mail addresses not seen before",
  productTypesCreated: "product types were added",
  erasedLeft: "contacts were erased on request and stayed untouched",
} as const;

export type NoteCode = keyof typeof NOTE_TEXTS;
/** The first few row numbers, where rows are meant. */
export type ImportNotes = { [code in NoteCode]?: { count: number; rows: number[] } };

const ROWS_NAMED = 10;

export function addNote(notes: ImportNotes, code: NoteCode, rowNumber?: number): void {
  const note = notes[code] ?? { count: 0, rows: [] };
  note.count += 1;
  if (rowNumber !== undefined && note.rows.length < ROWS_NAMED) note.rows.push(rowNumber);
  notes[code] = note;
}
