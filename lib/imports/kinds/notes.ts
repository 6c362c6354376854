/** What an import did besides taking rows as they are; shown with its result. */
export const NOTE_TEXTS = {
  rounded: [
    "amount had more decimals than its currency and was rounded (half to even)",
    "amounts had more decimals than their currency and were rounded (half to even)",
  ],
  replaced: [
    "row was replaced by a later one with its id",
    "rows were replaced by a later one with their id",
  ],
  accountsCreated: [
    "account was created for a row that named an unknown one",
    "accounts were created for rows that named unknown ones",
  ],
  employeesCreated: [
    "employee was added for an e-mail address not seen before",
    "employees were added for e-mail addresses not seen before",
  ],
  productTypesCreated: ["product type was added", "product types were added"],
  removed: ["row this import made was removed again", "rows this import made were removed again"],
  restored: [
    "row this import changed got back what it held before",
    "rows this import changed got back what they held before",
  ],
  kept: ["row stayed as it is; see below", "rows stayed as they are; see below"],
  erasedLeft: [
    "contact was erased on request and stayed untouched",
    "contacts were erased on request and stayed untouched",
  ],
} as const satisfies Record<string, readonly [one: string, many: string]>;

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
