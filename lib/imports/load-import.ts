import type { Tx } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import type { ImportState } from "./batch";
import { ALL_KINDS } from "./kinds/all-kinds";
import type { ImportKindName } from "./kinds/import-kind";
import { type ImportNotes, NOTE_CODES, type NoteCode } from "./kinds/notes";
import { type Trial, trialSchema } from "./run/trial";

export type ImportNote = { code: NoteCode; count: number; rows: number[] };

export type ImportDto = {
  batchId: string;
  kind: ImportKindName;
  kindLabel: string;
  fileName: string;
  source: string;
  /** Sent through the API: then `fileName` is the name of the key. */
  via: "file" | "api";
  state: ImportState;
  /** What is wrong with the file, or why the import stopped. */
  message: string | null;
  bytes: number;
  rowsTotal: number | null;
  rowsDone: number;
  rowsNew: number;
  rowsChanged: number;
  rowsUnchanged: number;
  rowsRejected: number;
  notes: ImportNote[];
  /** What checking it found, until it is started again. */
  trial: Trial | null;
  createdAt: string;
  finishedAt: string | null;
};

export const IMPORT_COLUMNS = {
  id: true,
  kind: true,
  fileName: true,
  source: true,
  via: true,
  state: true,
  message: true,
  receivedBytes: true,
  rowsTotal: true,
  cursorRow: true,
  rowsNew: true,
  rowsChanged: true,
  rowsUnchanged: true,
  rowsRejected: true,
  notes: true,
  trial: true,
  createdAt: true,
  finishedAt: true,
} as const;

type ImportRow =
  NonNullable<Awaited<ReturnType<Tx["importBatch"]["findUnique"]>>> extends infer Row
    ? { [K in keyof Row & keyof typeof IMPORT_COLUMNS]: Row[K] }
    : never;

function toNotes(notes: ImportNotes): ImportNote[] {
  return NOTE_CODES.flatMap((code) => {
    const note = notes[code];
    return note ? [{ code, ...note }] : [];
  });
}

export function toImportDto(row: ImportRow): ImportDto {
  const kind = row.kind as ImportKindName;
  const trial = trialSchema.safeParse(row.trial);
  return {
    batchId: row.id,
    kind,
    kindLabel: ALL_KINDS[kind].label,
    fileName: row.fileName,
    source: row.source,
    via: row.via as ImportDto["via"],
    state: row.state as ImportState,
    message: row.message,
    bytes: Number(row.receivedBytes),
    rowsTotal: row.rowsTotal,
    rowsDone: row.cursorRow,
    rowsNew: row.rowsNew,
    rowsChanged: row.rowsChanged,
    rowsUnchanged: row.rowsUnchanged,
    rowsRejected: row.rowsRejected,
    notes: toNotes(row.notes as ImportNotes),
    trial: trial.success ? trial.data : null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** @throws AppError NOT_FOUND */
export async function loadImport(tx: Tx, workspaceId: string, batchId: string): Promise<ImportDto> {
  const row = await tx.importBatch.findUnique({
    where: { workspaceId_id: { workspaceId, id: batchId } },
    select: IMPORT_COLUMNS,
  });
  if (!row) throw notFound("import");
  return toImportDto(row);
}
