/** What an import did besides taking rows as they are; shown with its result. */
export const NOTE_CODES = [
  "rounded",
  "replaced",
  "notAnswered",
  "notWon",
  "contractInvoices",
  "invoicesOfContracts",
  "accountsCreated",
  "accountsMerged",
  "employeesCreated",
  "productTypesCreated",
  "removed",
  "restored",
  "kept",
  "surveysCreated",
  "answersOfNobody",
  "answersOfNoAccount",
  "erasedAnswers",
  "erasedLeft",
] as const;

export type NoteCode = (typeof NOTE_CODES)[number];
/** The first few row numbers, where rows are meant. */
export type ImportNotes = { [code in NoteCode]?: { count: number; rows: number[] } };

const ROWS_NAMED = 10;

/** Notes of later rows behind those of earlier ones; neither is changed. */
export function joinNotes(earlier: ImportNotes, later: ImportNotes): ImportNotes {
  const joined = structuredClone(earlier);
  for (const code of NOTE_CODES) {
    const more = later[code];
    if (more === undefined) continue;
    const { count, rows } = joined[code] ?? { count: 0, rows: [] };
    joined[code] = {
      count: count + more.count,
      rows: [...rows, ...more.rows].slice(0, ROWS_NAMED),
    };
  }
  return joined;
}

export function addNote(notes: ImportNotes, code: NoteCode, rowNumber?: number): void {
  const note = notes[code] ?? { count: 0, rows: [] };
  note.count += 1;
  if (rowNumber !== undefined && note.rows.length < ROWS_NAMED) note.rows.push(rowNumber);
  notes[code] = note;
}
