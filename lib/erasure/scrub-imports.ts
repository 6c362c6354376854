import type { Tx } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { type ErasedPerson, isInText, roughPatterns } from "./person-words";

const ENCODINGS = ["utf8", "latin1", "utf16le"] as const;
/** A row may lie across two pieces of a file. */
const OVERLAP_BYTES = 2_000;
const BEING_READ = ["checking", "queued", "running"];
const REMOVED = "The file was removed, because somebody in it was erased. Upload it again.";

/** Refused rows are kept as they came; the whole row goes, its number and what was wrong stay. */
async function scrubRejections(tx: Tx, workspaceId: string, person: ErasedPerson): Promise<number> {
  const { email, names } = roughPatterns(person);
  const cell = JSON.stringify([person.externalId ?? ""]);
  return tx.$executeRaw`
    UPDATE import_rejection r SET raw = '[]'::jsonb
    FROM import_batch b
    WHERE r.workspace_id = ${workspaceId}::uuid AND b.workspace_id = ${workspaceId}::uuid
      AND b.id = r.batch_id AND (r.raw::text COLLATE "und-x-icu" ILIKE ${email}
        OR (r.raw::text COLLATE "und-x-icu" ILIKE ${names[0]} AND r.raw::text COLLATE "und-x-icu" ILIKE ${names[1]})
        OR (b.kind = 'contacts' AND ${person.externalId !== null}
          AND r.raw @> ${cell}::jsonb))`;
}

/** What rows held before an import: the person's own go, and with them that they can be put back. */
async function scrubChanges(tx: Tx, workspaceId: string, person: ErasedPerson): Promise<number> {
  const { email, names } = roughPatterns(person);
  return tx.$executeRaw`
    DELETE FROM import_change
    WHERE workspace_id = ${workspaceId}::uuid AND (before::text COLLATE "und-x-icu" ILIKE ${email}
      OR (before::text COLLATE "und-x-icu" ILIKE ${names[0]} AND before::text COLLATE "und-x-icu" ILIKE ${names[1]})
      OR (entity = 'contact' AND before->>'external_id' = ${person.externalId}))`;
}

async function isInFile(
  tx: Tx,
  workspaceId: string,
  batchId: string,
  person: ErasedPerson,
): Promise<boolean> {
  let tail = Buffer.alloc(0);
  for (let position = 0; ; position += 1) {
    const chunk = await tx.importChunk.findFirst({
      where: { workspaceId, batchId, position },
      select: { bytes: true },
    });
    if (!chunk) return false;
    const bytes = Buffer.concat([tail, chunk.bytes]);
    if (ENCODINGS.some((encoding) => isInText(person, bytes.toString(encoding)))) return true;
    tail = Buffer.from(bytes.subarray(-OVERLAP_BYTES));
  }
}

/** A file cannot lose one row and stay what was uploaded: it goes as a whole. */
async function removeFile(tx: Tx, workspaceId: string, batchId: string): Promise<void> {
  await tx.importChunk.deleteMany({ where: { workspaceId, batchId } });
  await tx.importBatch.updateMany({
    where: { workspaceId, id: batchId, state: { in: ["uploading", "ready", "checked"] } },
    data: { state: "failed", message: REMOVED, trial: {} },
  });
}

/**
 * Removes the person from uploaded files and refused rows.
 * @throws AppError CONFLICT while a file with the person is being read in.
 * @returns what was touched, for the audit row.
 */
export async function scrubImports(
  tx: Tx,
  workspaceId: string,
  person: ErasedPerson,
): Promise<string[]> {
  const found: string[] = [];
  if ((await scrubRejections(tx, workspaceId, person)) > 0) found.push("import_rejection.raw");
  if ((await scrubChanges(tx, workspaceId, person)) > 0) found.push("import_change.before");
  const batches = await tx.importBatch.findMany({
    where: { workspaceId, chunks: { some: {} } },
    select: { id: true, state: true },
  });
  for (const { id, state } of batches) {
    if (!(await isInFile(tx, workspaceId, id, person))) continue;
    if (BEING_READ.includes(state)) {
      throw new AppError("CONFLICT", "A file with this person is being imported. Try again later.");
    }
    await removeFile(tx, workspaceId, id);
    if (!found.includes("import_chunk.bytes")) found.push("import_chunk.bytes");
  }
  return found;
}
