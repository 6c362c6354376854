import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";
import type { Delimiter } from "./file/detect-delimiter";
import { type Head, readHead } from "./file/read-head";
import type { Encoding } from "./file/sniff-file";
import { CHUNK_BYTES, storedFile } from "./file/stored-file";
import { ALL_KINDS } from "./kinds/all-kinds";
import type { ImportKind, ImportKindName } from "./kinds/import-kind";
import type { ImportNotes } from "./kinds/notes";
import { type ImportMapping, mappingSchema } from "./mapping/mapping";
import { type Trial, trialSchema } from "./run/trial";

export type ImportState =
  | "uploading"
  | "ready"
  | "checking"
  | "checked"
  | "queued"
  | "running"
  | "done"
  | "failed"
  | "undoing"
  | "undone";

/** A batch as the verbs of this folder pass it on; never leaves it. */
export type Batch = {
  id: string;
  kind: ImportKindName;
  fileName: string;
  source: string;
  state: ImportState;
  bytes: number;
  encoding: Encoding;
  delimiter: Delimiter;
  headers: string[];
  /** Null before anybody chose one. */
  mapping: ImportMapping | null;
  cursorRow: number;
  notes: ImportNotes;
  /** What checking it found; null where it was not checked. */
  trial: Trial | null;
};

/** @throws AppError NOT_FOUND */
export async function loadBatch(tx: Tx, workspaceId: string, batchId: string): Promise<Batch> {
  const row = await tx.importBatch.findUnique({
    where: { workspaceId_id: { workspaceId, id: batchId } },
    select: {
      id: true,
      kind: true,
      fileName: true,
      source: true,
      state: true,
      receivedBytes: true,
      encoding: true,
      delimiter: true,
      headers: true,
      mapping: true,
      cursorRow: true,
      notes: true,
      trial: true,
    },
  });
  if (!row) throw notFound("import");
  const mapping = mappingSchema.safeParse(row.mapping);
  const trial = trialSchema.safeParse(row.trial);
  return {
    id: row.id,
    kind: row.kind as ImportKindName,
    fileName: row.fileName,
    source: row.source,
    state: row.state as ImportState,
    bytes: Number(row.receivedBytes),
    encoding: (row.encoding ?? "utf-8") as Encoding,
    delimiter: (row.delimiter ?? ",") as Delimiter,
    headers: row.headers as string[],
    mapping: mapping.success ? mapping.data : null,
    cursorRow: row.cursorRow,
    notes: row.notes as ImportNotes,
    trial: trial.success ? trial.data : null,
  };
}

/** How a file is read is settled by the first who starts it. */
export function alreadyStarted(): AppError {
  return new AppError("CONFLICT", "This import was started already. Its result is on its page.");
}

export function kindOf(batch: { kind: ImportKindName }): ImportKind {
  return ALL_KINDS[batch.kind];
}

/** Header and first rows of the stored file, read as the batch (or the caller) says. */
export async function loadHead(
  ctx: Ctx,
  batch: Batch,
  limit: number,
  form: { encoding: Encoding; delimiter: Delimiter } = batch,
): Promise<Head> {
  for await (const first of storedFile(ctx, batch.id, 1)) {
    const { encoding, delimiter } = form;
    return readHead(first, { encoding, delimiter, isWhole: batch.bytes <= CHUNK_BYTES }, limit);
  }
  throw new AppError("GONE", "The file of this import has been removed. Upload it again.");
}
